using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class MetricPropertyTests
{
    private const int Grid = 12;

    // Scores on a coarse grid, so that ties are common.
    private static readonly Arbitrary<(bool Positive, double Score)[]> Rows = Gen.Choose(0, 1)
        .SelectMany(label => Gen.Choose(0, Grid).Select(score => (label == 1, score / (double)Grid)))
        .ArrayOf()
        .Select(rows => rows.Concat([(true, 0.5), (false, 0.5)]).ToArray())
        .ToArbitrary();

    private static readonly Arbitrary<(ModelTask Task, int Rows, int Seed)> Tests = Gen.Elements(Enum.GetValues<ModelTask>())
        .SelectMany(task => Gen.Choose(1, 80).SelectMany(rows => Gen.Choose(0, int.MaxValue).Select(seed => (task, rows, seed))))
        .ToArbitrary();

    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order() => Check.QuickThrowOnFailure(Prop.ForAll(Rows, rows =>
    {
        double[] positives = [.. rows.Where(row => row.Positive).Select(row => row.Score)];
        double[] negatives = [.. rows.Where(row => !row.Positive).Select(row => row.Score)];
        var won = positives.Sum(positive => negatives.Sum(negative => positive > negative ? 1 : positive == negative ? 0.5 : 0));

        Auc(rows, score => score).ShouldBe(won / positives.Length / negatives.Length, 1e-12);
    }));

    [Fact]
    public void A_monotone_transformation_of_the_scores_keeps_auc() => Check.QuickThrowOnFailure(Prop.ForAll(Rows, rows =>
    {
        Auc(rows, score => Math.Exp(3 * score) - 100).ShouldBe(Auc(rows, score => score));
        Auc(rows, score => -score).ShouldBe(1 - Auc(rows, score => score), 1e-12);
    }));

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Tests, test =>
    {
        var (labels, scores, task) = Samples.Random(test.Task, test.Rows, test.Seed);
        var order = Enumerable.Range(0, test.Rows).ToArray();
        new Random(test.Seed).Shuffle(order);

        var estimates = (labels, scores, task).EstimateWithoutBootstrap();
        var shuffled = (labels.Select(order), scores.Select(order), task).EstimateWithoutBootstrap();

        foreach (var (a, b) in estimates.Zip(shuffled))
        {
            a.Undefined.ShouldBe(b.Undefined, a.Metric.Name);
            ShouldBeEqual(a.Estimate.Value, b.Estimate.Value, a.Metric.Name);
            ShouldBeEqual(a.Estimate.Low, b.Estimate.Low, a.Metric.Name);
            ShouldBeEqual(a.Estimate.High, b.Estimate.High, a.Metric.Name);
        }
    }));

    [Fact]
    public void Intervals_contain_the_value_and_values_are_possible() => Check.QuickThrowOnFailure(Prop.ForAll(Tests, test =>
    {
        foreach (var (metric, (value, low, high), undefined) in Samples.Random(test.Task, test.Rows, test.Seed).Estimate())
        {
            double.IsNaN(value).ShouldBe(undefined is not null, metric.Name);
            (value < metric.Minimum || value > metric.Maximum).ShouldBeFalse(metric.Name);
            double.IsNaN(low).ShouldBe(double.IsNaN(high), metric.Name);
            (low > value || high < value).ShouldBeFalse($"{metric.Name}: {low} {value} {high}");
        }
    }));

    private static void ShouldBeEqual(double a, double b, string metric) =>
        (Math.Abs(a - b) <= 1e-12 || (double.IsNaN(a) && double.IsNaN(b))).ShouldBeTrue($"{metric}: {a} and {b}");

    private static double Auc((bool Positive, double Score)[] rows, Func<double, double> transform)
    {
        var labels = Samples.Binary([.. rows.Select(row => row.Positive ? 1 : 0)]);
        var scores = new Scores(["probability"], [.. rows.Select(row => transform(row.Score))]);
        return (labels, scores, ModelTask.BinaryClassification).EstimateWithoutBootstrap().Named("auc").Estimate.Value;
    }
}
