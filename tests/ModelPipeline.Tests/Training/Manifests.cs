using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

/// <summary>Manifests for tests.</summary>
internal static class Manifests
{
    public static BundleManifest Full { get; } = new()
    {
        Name = "churn",
        Engine = "fake",
        Trainer = "guess",
        Versions = new Dictionary<string, string> { ["Fake"] = "2.0" },
        Signature = new ModelSignature(
            ModelTask.MulticlassClassification,
            [new FeatureSignature("age", ColumnType.Numeric, []), new FeatureSignature("plan|π", ColumnType.Categorical, ["a\"b", "zß"])],
            ["probability_no", "probability_yes"],
            ["no", "yes"]),
        Parameters = new TrainerParameters(
        [
            new("whole", 1.0), new("integer", 1L), new("tiny", 1e-10), new("large", 1e300), new("text", "newton"), new("flag", true), new("negative", -0.5),
            new("longest", long.MaxValue),
        ]),
        Seed = long.MinValue,
        Data = new BundleData
        {
            Digest = Digest.Of("data"),
            Rows = 10,
            Newest = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            TrainRows = 8,
            TestRows = 2,
            TrainSplit = Digest.Of("train"),
            TestSplit = Digest.Of("test"),
            Columns = ColumnStatistics.Of(new Table([new NumericColumn("age", [1, 2, double.NaN]), new CategoricalColumn("plan|π", [0, 1, CategoricalColumn.Missing], ["a\"b", "zß"])])),
            Label = ColumnStatistics.Of(new CategoricalColumn("left", [0, 1, 1], ["no", "yes"])),
        },
        TestMetrics = new Dictionary<string, double> { ["accuracy"] = 0.5, ["mcc"] = 0 },
        NoiseFloor = new NoiseFloor(5, 0.02, 0.01, 0, double.NaN),
    };
}
