using System.Text.Json;
using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

internal static class Samples
{
    public static (Labels Labels, Scores Scores, ModelTask Task) Of(JsonElement item)
    {
        var values = item.Array<double>("scores");
        return item.Text("task") switch
        {
            "binary" => (Binary(item.Array<int>("labels")), Probabilities(values), ModelTask.BinaryClassification),
            "regression" => (Labels.OfNumbers(item.Array<double>("labels")), new(["prediction"], values), ModelTask.Regression),
            _ => Multiclass(item.GetProperty("classes").GetInt32(), item.Array<int>("labels"), values),
        };
    }

    public static Labels Binary(params int[] codes) => Labels.OfClasses(["no", "yes"], codes);

    public static Scores Probabilities(params double[] values) => new(["probability"], values);

    public static (Labels Labels, Scores Scores, ModelTask Task) Multiclass(int classes, int[] codes, double[] values)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(code => $"c{code}")];
        return (Labels.OfClasses(names, codes), new(ModelSignature.OutputsOf(ModelTask.MulticlassClassification, names), values), ModelTask.MulticlassClassification);
    }

    /// <summary>Rows that a model tells apart, but not perfectly.</summary>
    public static (Labels Labels, Scores Scores, ModelTask Task) Random(ModelTask task, int rows, long seed)
    {
        var random = new SeededRandom(seed);
        var truths = new double[rows];
        var noise = new double[rows];
        for (var row = 0; row < rows; row++)
            (truths[row], noise[row]) = (random.NextDouble(), random.NextDouble());

        switch (task)
        {
            case ModelTask.BinaryClassification:
                return (Binary([.. truths.Select((truth, row) => noise[row] < truth ? 1 : 0)]), Probabilities(truths), task);
            case ModelTask.Regression:
                return (Labels.OfNumbers([.. truths.Select((truth, row) => 1 + truth + noise[row])]), new(["prediction"], [.. truths.Select(truth => truth + 1.5)]), task);
            default:
                int[] codes = [.. noise.Select((value, row) => value < 0.3 ? 2 : value < 0.3 + 0.7 * truths[row] ? 1 : 0)];
                double[] values = [.. truths.SelectMany(truth => new[] { 0.7 * (1 - truth), 0.7 * truth, 0.3 })];
                return Multiclass(3, codes, values);
        }
    }

    /// <summary>Rows that two models score, each row by up to a difference apart.</summary>
    public static ComparedRows Pair(ModelTask task, int rows, long seed, double difference)
    {
        var (labels, scores, _) = Random(task, rows, seed);
        var random = new SeededRandom(seed, stream: 1);
        var others = scores.Values.ToArray();
        for (var row = 0; row < rows; row++)
        {
            var moved = difference * (random.NextDouble() - 0.5);
            if (task == ModelTask.MulticlassClassification)
                (others[3 * row], others[3 * row + 1]) = (Math.Clamp(others[3 * row] + moved, 0, 0.7), 0.7 - Math.Clamp(others[3 * row] + moved, 0, 0.7));
            else
                others[row] = task == ModelTask.BinaryClassification ? Math.Clamp(others[row] + moved, 0, 1) : others[row] + moved;
        }

        return new(labels, scores, new(scores.Outputs, others), task);
    }

    public static IReadOnlyList<MetricComparison> Compare(this ComparedRows rows, long seed = 7) =>
        MetricComparer.Compare(rows, MetricCatalog.Of(rows.Task), seed, TestContext.Current.CancellationToken);

    public static MetricComparison Named(this IEnumerable<MetricComparison> comparisons, string name) => comparisons.Single(comparison => comparison.Metric.Name == name);

    public static IReadOnlyList<MetricEstimate> Estimate(this (Labels Labels, Scores Scores, ModelTask Task) sample, long seed = 7) =>
        MetricEstimator.Estimate(sample.Labels, sample.Scores, sample.Task, seed, TestContext.Current.CancellationToken);

    public static IReadOnlyList<MetricEstimate> EstimateWithoutBootstrap(this (Labels Labels, Scores Scores, ModelTask Task) sample) =>
        MetricEstimator.EstimateWithoutBootstrap(sample.Labels, sample.Scores, sample.Task);

    public static MetricEstimate Named(this IEnumerable<MetricEstimate> estimates, string name) => estimates.Single(estimate => estimate.Metric.Name == name);
}
