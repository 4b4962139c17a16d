using System.Text;
using ModelPipeline.Differential.PredictionFiles;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

/// <summary>Two files of predictions in a temporary folder, to be compared.</summary>
internal sealed class DiffFolder : IDisposable, IProgress<string>
{
    private readonly TemporaryFolder _folder = new();

    public DiffFolder(string old, string @new)
        : this(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(@new))
    {
    }

    public DiffFolder(byte[] old, byte[] @new)
    {
        File.WriteAllBytes(_folder["old.csv"], old);
        File.WriteAllBytes(_folder["new.csv"], @new);
        Options = new()
        {
            Old = _folder["old.csv"],
            New = _folder["new.csv"],
            Key = ["id"],
            Output = _folder["out/differential.csv"],
            TemporaryFolder = _folder["temp/diff"],
        };
    }

    public PredictionDiffOptions Options { get; set; }

    /// <summary>What was written, in lines.</summary>
    public string[] Written => File.ReadAllText(Options.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What there is beside the two files.</summary>
    public string[] Left => [.. _folder.Entries().Except(["old.csv", "new.csv"])];

    public string this[string relative] => _folder[relative];

    public PredictionDiffResult Compare() => PredictionDiff.Compare(Options, this, TestContext.Current.CancellationToken);

    /// <summary>What an input fault says, the folder's path left out.</summary>
    public string[] Faults() =>
        Should.Throw<InputException>(Compare).Message.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n');

    public void Report(string value)
    {
    }

    public void Dispose() => _folder.Dispose();
}
