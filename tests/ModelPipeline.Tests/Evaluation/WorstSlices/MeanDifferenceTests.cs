using ModelPipeline.Evaluation.WorstSlices;

namespace ModelPipeline.Tests.Evaluation.WorstSlices;

public sealed class MeanDifferenceTests
{
    [Fact]
    public void Equal_variances_give_the_test_of_student()
    {
        // Means 2 and 1, variances 2: t is 1/√2 with 2 degrees of freedom, where the tail is 1/2 - t / (2 √(2 + t²)) and the 97.5% quantile 4.302653.
        var difference = MeanDifference.Of(Of(1, 3), Of(0, 2));
        difference.Value.ShouldBe(1);
        difference.P.ShouldBe(0.5 - 1 / (2 * Math.Sqrt(5)), 1e-12);
        difference.Interval.Low.ShouldBe(1 - 4.302653 * Math.Sqrt(2), 1e-6);
        difference.Interval.High.ShouldBe(1 + 4.302653 * Math.Sqrt(2), 1e-6);
    }

    [Fact]
    public void The_larger_variance_counts_for_both_sides()
    {
        MeanDifference.Of(Of(2, 2), Of(0, 2)).Interval.ShouldBe(MeanDifference.Of(Of(1, 3), Of(0, 2)).Interval);
        MeanDifference.Of(Of(1, 3), Of(1, 1)).Interval.ShouldBe(MeanDifference.Of(Of(1, 3), Of(0, 2)).Interval);
    }

    [Fact]
    public void A_mean_that_is_not_greater_is_certain_to_be_no_worse() => MeanDifference.Of(Of(0, 2), Of(1, 3)).P.ShouldBe(1);

    [Fact]
    public void A_side_of_one_row_decides_nothing()
    {
        MeanDifference.Of(Of(9), Of(0, 2)).P.ShouldBe(1);
        MeanDifference.Of(Of(9, 8), Of(0)).P.ShouldBe(1);
    }

    private static Moments Of(params double[] losses) => losses.Aggregate(default(Moments), (moments, loss) => moments.With(loss));
}
