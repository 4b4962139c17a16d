using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Registry;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests;

/// <summary>A served model whose bundle is in a folder of its own.</summary>
internal sealed class ServedSample : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("served-sample-");

    private ServedSample(Func<string, ModelBundle> open)
    {
        Bundle = open(Path.Combine(_folder.FullName, "bundle"));
        Model = ServedModel.Open(Bundle.Folder, ScoringProgram.Engines);
    }

    /// <summary>Texts that break pages and scripts which do not escape them.</summary>
    public static string[] HostileTexts { get; } =
        ["<script>window.broken=1</script>", "\"><img src=x onerror=window.broken=1>", "]]>-->", "'a' \"b\" `c` ${1}", "line\u2028break", "</style></script><b>ü", "plain"];

    public ModelBundle Bundle { get; }

    public ServedModel Model { get; }

    public string Folder => _folder.FullName;

    /// <summary>The champion of one of this repository's samples.</summary>
    public static ServedSample Champion(string name) =>
        new(folder => BaselineBundle.Of(ReleaseCatalog.Champion(Repository.Path(Path.Combine("models", name)))!).Open(folder));

    /// <summary>A model whose features, categories and classes are hostile texts.</summary>
    public static ServedSample Hostile() => new(folder =>
    {
        string[] categories = [.. HostileTexts.Order(StringComparer.Ordinal)];
        var rows = new Table(
        [
            .. HostileTexts.Select((name, i) => new NumericColumn(name, [.. Enumerable.Range(0, 14).Select(row => (double)((row * (i + 3)) % 5))])),
            new CategoricalColumn("category<&>", [.. Enumerable.Range(0, 14).Select(row => row % 7)], categories),
        ]);
        var signature = new ModelSignature(
            ModelTask.BinaryClassification, [.. rows.Columns.Select(FeatureSignature.Of)], ["probability"], ["<i>no</i>", "<script>yes"]);
        using var template = Champion("churn");
        var manifest = template.Bundle.Manifest;
        var engine = new LinearEngine();
        using var model = engine.Train(
            new TrainingRequest(signature, rows, Labels.OfClasses(signature.Classes, [.. Enumerable.Range(0, 14).Select(row => row / 7)]), manifest.Trainer, manifest.Parameters, 1),
            CancellationToken.None);
        return ModelBundle.Write(
            folder,
            model,
            manifest with { Name = "<script>alert(1)</script>", Signature = signature, Data = manifest.Data with { Columns = ColumnStatistics.Of(rows) } },
            next => GoldenRows.Write(next, rows, model.Scorer.Score(rows, CancellationToken.None)));
    });

    public void Dispose()
    {
        Model.Dispose();
        _folder.Delete(recursive: true);
    }
}
