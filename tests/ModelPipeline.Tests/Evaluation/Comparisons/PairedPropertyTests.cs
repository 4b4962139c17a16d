using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation.Comparisons;

public sealed class PairedPropertyTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(30);

    private static readonly Arbitrary<(ModelTask Task, int Rows, int Seed)> Tests = Gen.Elements(Enum.GetValues<ModelTask>())
        .SelectMany(task => Gen.Choose(1, 60).SelectMany(rows => Gen.Choose(0, int.MaxValue).Select(seed => (task, rows, seed))))
        .ToArbitrary();

    [Fact]
    public void Swapping_candidate_and_champion_negates_difference_and_interval() => FsCheck.Check.One(Few, Prop.ForAll(Tests, test =>
    {
        var rows = Samples.Pair(test.Task, test.Rows, test.Seed, difference: 0.1);

        var swapped = (rows with { Candidate = rows.Champion!, Champion = rows.Candidate }).Compare();

        foreach (var (there, back) in rows.Compare().Zip(swapped))
        {
            ShouldBeEqual(back.Difference.Value, -there.Difference.Value, there.Metric.Name);
            ShouldBeEqual(back.Difference.Low, -there.Difference.High, there.Metric.Name);
            ShouldBeEqual(back.Difference.High, -there.Difference.Low, there.Metric.Name);
        }
    }));

    [Fact]
    public void Moving_labels_and_predictions_alike_moves_no_difference_of_errors() => FsCheck.Check.One(Few, Prop.ForAll(Tests, test =>
    {
        var rows = Samples.Pair(ModelTask.Regression, 20 + test.Rows, test.Seed, difference: 0.1);

        var moved = new ComparedRows(Labels.OfNumbers(Moved(rows.Labels.Numbers)), Moved(rows.Candidate), Moved(rows.Champion!), rows.Task).Compare();

        foreach (var (before, after) in rows.Compare().Zip(moved).Where(pair => pair.First.Metric.Name != "mape"))
        {
            ShouldBeEqual(after.Difference.Value, before.Difference.Value, before.Metric.Name);
            ShouldBeEqual(after.Difference.Low, before.Difference.Low, before.Metric.Name);
            ShouldBeEqual(after.Difference.High, before.Difference.High, before.Metric.Name);
        }
    }));

    [Fact]
    public void A_model_against_itself_never_fails_and_passes_wherever_there_is_an_interval() => FsCheck.Check.One(Few, Prop.ForAll(Tests, test =>
    {
        var rows = Samples.Pair(test.Task, test.Rows, test.Seed, difference: 0.1);

        foreach (var comparison in (rows with { Champion = rows.Candidate }).Compare())
        {
            var verdict = ComparisonGate.Judge(comparison, Margin.MaxRegression(comparison.Metric.Name, 0), Undecided.Fail, test.Rows);

            var expected = double.IsNaN(comparison.Difference.Low) ? Status.Error : Status.Passed;
            verdict.Check.Status.ShouldBe(expected, verdict.Check.Reason);
            verdict.IsUndecided.ShouldBeFalse(verdict.Check.Reason);
        }
    }));

    private static double[] Moved(ReadOnlySpan<double> numbers) => [.. numbers.ToArray().Select(number => number + 64)];

    private static Scores Moved(Scores scores) => new(scores.Outputs, Moved(scores.Values));

    private static void ShouldBeEqual(double a, double b, string metric) =>
        (Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a)) || (double.IsNaN(a) && double.IsNaN(b)) || a.Equals(b)).ShouldBeTrue($"{metric}: {a} and {b}");
}
