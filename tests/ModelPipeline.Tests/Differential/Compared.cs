using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Differential;

/// <summary>Comparisons for tests: a champion and a candidate that differ in one thing.</summary>
internal static class Compared
{
    public const int Rows = 2000;

    public static NumericColumn Age(double factor = 1, int seed = 1) => new("age", [.. Uniform(seed).Select(x => factor * (20 + 50 * x))]);

    public static CategoricalColumn Plan(int seed = 2, params string[] categories)
    {
        string[] names = categories.Length == 0 ? ["basic", "gold", "silver"] : categories;
        string[] sorted = [.. names.Order(StringComparer.Ordinal)];
        int[] codes = [.. Uniform(seed).Select(x => Array.IndexOf(sorted, names[x < 0.6 ? 0 : x < 0.85 ? 1 : 2]))];
        return new("plan", codes, sorted);
    }

    /// <summary>A comparison of two trainings by their manifests alone.</summary>
    public static Comparison Of(Column[] champion, Column[] candidate, Func<BundleManifest, BundleManifest>? change = null) => new()
    {
        Champion = Bundle(Manifest(champion), "champion"),
        Candidate = Bundle((change ?? (manifest => manifest))(Manifest(candidate) with { Data = Manifest(candidate).Data with { Digest = Digest.Of("new data") } }), "candidate"),
        Reference = new ReferenceRows(new Table(candidate), [], new CategoricalColumn("left", [], []), null, IsTestSplit: true),
    };

    /// <summary>The comparison with answers to the reference rows; the labels follow the champion's but for some noise.</summary>
    public static Comparison WithScores(this Comparison comparison, double[] champion, double[] candidate, int[] labels)
    {
        var (before, after, truth) = (new Scores(["probability"], champion), new Scores(["probability"], candidate), Labels.OfClasses(["no", "yes"], labels));
        var rows = RowDifferences.Of(before, after, truth, ModelTask.BinaryClassification, new ToleranceSpec(), 1);
        return comparison with { Scores = new(before, after, rows, 1), Reference = comparison.Reference with { Labels = truth } };
    }

    public static double[] Uniform(int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
    }

    private static BundleManifest Manifest(Column[] columns) => Manifests.Full with
    {
        Signature = new ModelSignature(ModelTask.BinaryClassification, [.. columns.Select(FeatureSignature.Of)], ["probability"], ["no", "yes"]),
        TestMetrics = new Dictionary<string, double> { ["auc"] = 0.83 },
        Data = Manifests.Full.Data with
        {
            TrainRows = Rows,
            TestRows = Rows,
            Columns = ColumnStatistics.Of(new Table(columns)),
            Label = ColumnStatistics.Of(new CategoricalColumn("left", [.. Enumerable.Range(0, Rows).Select(row => row % 4 == 0 ? 1 : 0)], ["no", "yes"])),
        },
    };

    private static ModelBundle Bundle(BundleManifest manifest, string name) => new("nowhere", Digest.Of(name), manifest);
}
