using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Tests;
using ModelPipeline.Specs;
using ModelPipeline.Training;

[assembly: AssemblyFixture(typeof(ServedModels))]

namespace ModelPipeline.Scoring.Tests;

/// <summary>A small bundle of each kind of model, trained by the linear engine, with 40 golden rows.</summary>
public sealed class ServedModels : IDisposable
{
    private const int Rows = 200;
    private const int Golden = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("served-").FullName;
    private readonly Dictionary<ModelTask, ServedModel> _models;

    public ServedModels() => _models = Enum.GetValues<ModelTask>().ToDictionary(task => task, task => ServedModel.Open(Write(task), ScoringProgram.Engines));

    internal ServedModel this[ModelTask task] => _models[task];

    /// <summary>
    /// Columns: <c>tenure</c> and <c>senior</c> (0 or 1, a category) without missing values, <c>charges</c> and <c>contract</c> with some;
    /// <c>paperless</c> is True or False; the names of some categories need quotes. Classes: No, Yes.
    /// </summary>
    internal ServedModel Binary => _models[ModelTask.BinaryClassification];

    /// <summary>The golden rows of a model, with the scores that were written beside them.</summary>
    internal static (Table Rows, Scores Scores) GoldenOf(ServedModel model) => GoldenRows.Read(model.Bundle.Folder, model.Bundle.Manifest.Signature);

    public void Dispose()
    {
        foreach (var model in _models.Values)
            model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Write(ModelTask task)
    {
        var random = new Random(7);
        var rows = new Table(
        [
            Numbers("tenure", () => random.Next(1, 72)),
            Numbers("charges", () => random.Next(9) == 0 ? double.NaN : random.NextDouble() * 1e3),
            Texts("contract", ["Month-to-month", "One, \"year\"", "zwei Jahre – größer", null], random),
            Texts("senior", ["0", "1"], random),
            Texts("paperless", ["False", "True"], random),
        ]);
        var labels = LabelsOf(task, rows, random);
        var signature = new ModelSignature(task, [.. rows.Columns.Select(FeatureSignature.Of)], ModelSignature.OutputsOf(task, labels.Classes), labels.Classes);
        var engine = new LinearEngine();
        var trainer = engine.Trainers.Single(trainer => trainer.Tasks.Contains(task));
        var parameters = new TrainerParameters(trainer.Defaults);
        using var model = engine.Train(new(signature, rows, labels, trainer.Name, parameters, Seed: 7), CancellationToken.None);
        var golden = rows.Select([.. Enumerable.Range(0, Golden)]);
        var folder = Path.Combine(_folder, task.ToString());
        ModelBundle.Write(folder, model, ManifestOf(signature, trainer.Name, parameters, rows, labels), next =>
            GoldenRows.Write(next, golden, model.Scorer.Score(golden, CancellationToken.None)));
        return folder;
    }

    private static NumericColumn Numbers(string name, Func<double> next) => new(name, [.. Enumerable.Range(0, Rows).Select(_ => next())]);

    private static CategoricalColumn Texts(string name, string?[] texts, Random random)
    {
        string[] categories = [.. texts.OfType<string>().Order(StringComparer.Ordinal)];
        return new(name, [.. Enumerable.Range(0, Rows).Select(_ => Array.IndexOf(categories, texts[random.Next(texts.Length)]))], categories);
    }

    private static Labels LabelsOf(ModelTask task, Table rows, Random random)
    {
        double[] size = [.. ((NumericColumn)rows["tenure"]).Values.ToArray().Select(tenure => tenure + random.Next(60))];
        return task switch
        {
            ModelTask.BinaryClassification => Labels.OfClasses(["No", "Yes"], [.. size.Select(value => value > 66 ? 1 : 0)]),
            ModelTask.MulticlassClassification => Labels.OfClasses(["a \"b\"", "größer", "z"], [.. size.Select(value => Math.Min(2, (int)value / 40))]),
            _ => Labels.OfNumbers([.. size.Select(value => 3.7 * value)]),
        };
    }

    private static BundleManifest ManifestOf(ModelSignature signature, string trainer, TrainerParameters parameters, Table rows, Labels labels) => new()
    {
        Name = "sample",
        Engine = "linear",
        Trainer = trainer,
        Versions = new Dictionary<string, string> { ["ModelPipeline.Linear"] = "0.1.0" },
        Signature = signature,
        Parameters = parameters,
        Seed = 7,
        Data = new()
        {
            Digest = Digest.Of("data"),
            Rows = Rows,
            TrainRows = Rows,
            TestRows = Golden,
            TrainSplit = Digest.Of("train"),
            TestSplit = Digest.Of("test"),
            Columns = ColumnStatistics.Of(rows),
            Label = ColumnStatistics.Of(labels.AsColumn("label")),
        },
        TestMetrics = new Dictionary<string, double>(),
        NoiseFloor = new(0, 0, 0, 0, 0),
    };
}
