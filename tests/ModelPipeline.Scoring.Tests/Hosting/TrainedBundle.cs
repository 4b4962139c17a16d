using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>A small model on disk: <c>age</c> and <c>plan</c> give the probability of leaving.</summary>
internal static class TrainedBundle
{
    /// <summary>Four rows as the model reads them.</summary>
    public static Table Rows { get; } = new(
    [
        new NumericColumn("age", [30, 40, double.NaN, 60]),
        new CategoricalColumn("plan", [0, 1, 0, CategoricalColumn.Missing], ["basic", "gold"]),
    ]);

    /// <summary>Writes the bundle.</summary>
    /// <param name="folder">An existing folder.</param>
    public static ModelBundle Write(string folder)
    {
        var labels = Labels.OfClasses(["No", "Yes"], [0, 1, 0, 1]);
        var signature = new ModelSignature(
            ModelTask.BinaryClassification,
            [.. Rows.Columns.Select(FeatureSignature.Of)],
            ModelSignature.OutputsOf(ModelTask.BinaryClassification, labels.Classes),
            labels.Classes);
        var parameters = new TrainerParameters(new Dictionary<string, object> { ["l2"] = 1.0, ["max_iterations"] = 100L, ["tolerance"] = 1e-8, ["max_categories"] = 10L });
        var engine = new LinearEngine();
        using var model = engine.Train(new TrainingRequest(signature, Rows, labels, "logistic-regression", parameters, Seed: 1), TestContext.Current.CancellationToken);
        return ModelBundle.Write(folder, model, Manifest(engine, signature, parameters, labels), next => GoldenRows.Write(next, Rows, model.Scorer.Score(Rows, TestContext.Current.CancellationToken)));
    }

    private static BundleManifest Manifest(LinearEngine engine, ModelSignature signature, TrainerParameters parameters, Labels labels) => new()
    {
        Name = "churn",
        Engine = engine.Name,
        Trainer = "logistic-regression",
        Versions = engine.Versions,
        Signature = signature,
        Parameters = parameters,
        Seed = 1,
        Data = new BundleData
        {
            Digest = Digest.Of("data"),
            Rows = 4,
            TrainRows = 4,
            TestRows = 0,
            TrainSplit = Digest.Of("train"),
            TestSplit = Digest.Of("test"),
            Columns = ColumnStatistics.Of(Rows),
            Label = ColumnStatistics.Of(labels.AsColumn("left")),
        },
        TestMetrics = new Dictionary<string, double>(),
        NoiseFloor = new NoiseFloor(5, 0, 0, 0, 0),
    };
}
