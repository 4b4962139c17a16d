using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Registry;
using ModelPipeline.Training;

namespace BatchScoring;

/// <summary>A champion of this repository with rows to score.</summary>
internal sealed class Sample : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("batch-scoring-");

    /// <param name="models">The folder <c>models</c>.</param>
    /// <param name="name">The model.</param>
    public Sample(string models, string name)
    {
        Name = name;
        Data = Path.Combine(models, name, "data", name + ".csv");
        var champion = ReleaseCatalog.Champion(Path.Combine(models, name))!;
        Bundle = BaselineBundle.Of(champion).Open(Path.Combine(_folder.FullName, "bundle"));
        Scorer = new LinearEngine().Load(Bundle.Folder, Bundle.Manifest.Signature);
    }

    public string Name { get; }

    public string Data { get; }

    public ModelBundle Bundle { get; }

    public IScorer Scorer { get; }

    public string Output => Path.Combine(_folder.FullName, "scores.csv");

    /// <summary>So many rows: the golden ones again and again.</summary>
    public Table Rows(int count)
    {
        var golden = GoldenRows.Read(Bundle.Folder, Bundle.Manifest.Signature).Rows;
        return golden.Select([.. Enumerable.Range(0, count).Select(row => row % golden.Rows)]);
    }

    /// <summary>A file of so many rows: those of the sample's data again and again.</summary>
    public string File(int rows)
    {
        var path = Path.Combine(_folder.FullName, "rows.csv");
        var lines = System.IO.File.ReadAllLines(Data);
        using var file = new StreamWriter(path);
        file.WriteLine(lines[0]);
        for (var row = 0; row < rows; row++)
            file.WriteLine(lines[1 + (row % (lines.Length - 1))]);
        return path;
    }

    public void Dispose()
    {
        Scorer.Dispose();
        _folder.Delete(recursive: true);
    }
}
