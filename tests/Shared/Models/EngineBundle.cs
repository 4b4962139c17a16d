using ModelPipeline;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Models;

/// <summary>A small bundle of any engine: <c>age</c>, <c>charges</c> (with missing values) and <c>plan</c> (a category, with missing values) give the answer.</summary>
internal static class EngineBundle
{
    private const int Rows = 200;
    private const int Golden = 40;

    /// <summary>Trains a model and writes its bundle, named <c>churn</c>, with golden rows.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="engine">What trains it.</param>
    /// <param name="trainer">The engine's algorithm; its parameters are the defaults.</param>
    /// <param name="task">What it predicts.</param>
    /// <param name="given">Parameters in place of the defaults.</param>
    /// <param name="files">The folder that parameters name files of.</param>
    public static ModelBundle Write(
        string folder, IModelEngine engine, string trainer, ModelTask task, IEnumerable<KeyValuePair<string, object>>? given = null, string files = "")
    {
        var random = new Random(7);
        var rows = new Table(
        [
            new NumericColumn("age", [.. Enumerable.Range(0, Rows).Select(_ => (double)random.Next(18, 90))]),
            new NumericColumn("charges", [.. Enumerable.Range(0, Rows).Select(row => row % 9 == 0 ? double.NaN : random.NextDouble() * 1e3)]),
            new CategoricalColumn("plan", [.. Enumerable.Range(0, Rows).Select(row => row % 7 == 0 ? CategoricalColumn.Missing : random.Next(3))], ["basic", "gold", "zwei, \"Jahre\""]),
        ]);
        var labels = LabelsOf(task, (NumericColumn)rows.Columns[0], random);
        var signature = new ModelSignature(task, [.. rows.Columns.Select(FeatureSignature.Of)], ModelSignature.OutputsOf(task, labels.Classes), labels.Classes);
        var parameters = ParametersOf(engine, trainer, given ?? []);
        using var model = engine.Train(new TrainingRequest(signature, rows, labels, trainer, parameters, Seed: 7) { Folder = files }, TestContext.Current.CancellationToken);
        var manifest = new BundleManifest
        {
            Name = "churn",
            Engine = engine.Name,
            Trainer = trainer,
            Versions = engine.Versions.Concat(model.Versions).ToDictionary(),
            Signature = signature,
            Parameters = parameters,
            Seed = 7,
            Data = new BundleData
            {
                Digest = Digest.Of("data"),
                Rows = Rows,
                TrainRows = Rows,
                TestRows = 0,
                TrainSplit = Digest.Of("train"),
                TestSplit = Digest.Of("test"),
                Columns = ColumnStatistics.Of(rows),
                Label = ColumnStatistics.Of(labels.AsColumn("left")),
            },
            TestMetrics = new Dictionary<string, double>(),
            NoiseFloor = new NoiseFloor(5, 0, 0, 0, 0),
        };
        var golden = rows.Select([.. Enumerable.Range(0, Golden)]);
        return ModelBundle.Write(folder, model, manifest, next => GoldenRows.Write(next, golden, model.Scorer.Score(golden, TestContext.Current.CancellationToken)));
    }

    private static Labels LabelsOf(ModelTask task, NumericColumn age, Random random)
    {
        var numbers = age.Values.ToArray();
        return task switch
        {
            ModelTask.Regression => Labels.OfNumbers([.. numbers.Select(number => (number / 10) + random.NextDouble())]),
            ModelTask.BinaryClassification => Labels.OfClasses(["No", "Yes"], [.. numbers.Select(number => number + random.Next(20) > 60 ? 1 : 0)]),
            _ => Labels.OfClasses(["a", "b", "c"], [.. numbers.Select(number => ((int)number + random.Next(9)) / 33)]),
        };
    }

    private static TrainerParameters ParametersOf(IModelEngine engine, string trainer, IEnumerable<KeyValuePair<string, object>> given)
    {
        var defaults = engine.Trainers.Single(definition => definition.Name == trainer).Defaults;
        return new TrainerParameters(given.Concat(defaults).DistinctBy(parameter => parameter.Key));
    }
}
