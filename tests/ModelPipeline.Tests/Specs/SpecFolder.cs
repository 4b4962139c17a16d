using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

/// <summary>A repository's folder with a model <c>churn</c>, for one test.</summary>
public sealed class SpecFolder : IDisposable
{
    /// <summary>The least that is a valid spec; tests change lines of it.</summary>
    public const string Minimal =
        """
        name: churn
        version: 1
        owner: retention-team
        task: binary-classification
        description: Who will leave.
        data:
          path: data/churn.csv
          label: churn
          positive: "Yes"
          key: [customer_id]
        train:
          engine: linear
          trainer: logistic-regression
        evaluate:
          gates:
            auc: { threshold: 0.8 }

        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("modelpipeline-specs-");

    public string Root => _root.FullName;

    public string SpecPath => PathOf("models/churn/model.yaml");

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public SpecReading Read(string yaml)
    {
        Write("models/churn/model.yaml", yaml);
        return new SpecReader([new TestEngine()]).Read(SpecPath);
    }

    public SpecReading Read(byte[] yaml)
    {
        Write("models/churn/model.yaml", "");
        File.WriteAllBytes(SpecPath, yaml);
        return new SpecReader([new TestEngine()]).Read(SpecPath);
    }

    /// <summary>Reads the minimal spec with a part replaced.</summary>
    public SpecReading ReadWith(string part, string replacement)
    {
        SpecFolder.Minimal.ShouldContain(part);
        return Read(Minimal.Replace(part, replacement, StringComparison.Ordinal));
    }

    /// <summary>The faults, each as <c>line:column: message</c>.</summary>
    public static string[] FaultsOf(SpecReading reading) =>
        [.. reading.Faults.Select(fault => $"{fault.Line}:{fault.Column}: {fault.Message}")];

    public void Dispose() => _root.Delete(recursive: true);
}
