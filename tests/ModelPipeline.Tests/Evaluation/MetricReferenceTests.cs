using System.Text.Json;
using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Metrics;

namespace ModelPipeline.Tests.Evaluation;

public sealed class MetricReferenceTests
{
    public static TheoryData<string> Cases => Reference.Names("cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_metric_equals_that_of_scikit_learn(string name)
    {
        var item = Reference.Named("cases", name);
        var (labels, scores, task) = Samples.Of(item);
        var counts = item.Array<int>("counts");
        int[] repeated = [.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))];

        var estimates = MetricEstimator.EstimateWithoutBootstrap(labels.Select(repeated), scores.Select(repeated), task);

        estimates.Select(estimate => estimate.Metric.Name).ShouldBe(Expected(item).Select(expected => expected.Name), ignoreOrder: true);
        foreach (var (metric, value) in Expected(item))
        {
            var actual = estimates.Named(metric);
            if (value is null)
                (actual.Estimate.Value, actual.Undefined is not null).ShouldBe((double.NaN, true), metric);
            else
                actual.Estimate.Value.ShouldAgreeWith(value.Value, metric);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counting_rows_equals_repeating_them(string name)
    {
        var item = Reference.Named("cases", name);
        var (labels, scores, task) = Samples.Of(item);
        var counts = item.Array<int>("counts");
        var metrics = MetricFactory.Prepare(ScoredRows.Of(labels, scores, task)).Zip(MetricCatalog.Of(task));

        foreach (var (prepared, metric) in metrics.Where(pair => pair.First.Metric is not null))
            prepared.Metric!.Value(counts).ShouldAgreeWith(Expected(item).Single(expected => expected.Name == metric.Name).Value!.Value, metric.Name);
    }

    private static IEnumerable<(string Name, double? Value)> Expected(JsonElement item) =>
        item.GetProperty("expected").EnumerateObject().Select(property => (property.Name, property.Value.Deserialize<double?>()));
}
