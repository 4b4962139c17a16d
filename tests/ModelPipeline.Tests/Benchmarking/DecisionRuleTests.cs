using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Benchmarking;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Benchmarking;

public sealed class DecisionRuleTests
{
    private static readonly double[] Quiet = [0.001, -0.001, 0.002, 0, -0.002];

    [Theory]
    [InlineData(Status.Passed, 1.00, 1.01, 0.99, 1.02, 1.00)]
    [InlineData(Status.Passed, 1.00, 1.01, 0.99, 1.20, 1.00)]
    [InlineData(Status.Failed, 1.20, 1.21, 1.19, 1.22, 1.20)]
    [InlineData(Status.Failed, 1.20, 1.21, 1.19, 1.00, 1.20)]
    [InlineData(Status.Error, 1.20, 1.21, 1.19, 1.00, 1.00)]
    [InlineData(Status.Error, 1.00, 1.00, 1.00, 1.20, 1.20)]
    public void Four_of_five_must_be_on_one_side_of_the_limit(Status expected, params double[] ratios) =>
        Decide(ratios).Status.ShouldBe(expected);

    [Fact]
    public void A_difference_from_the_limit_that_the_champion_has_from_itself_is_inconclusive()
    {
        double[] ratios = [1.05, 1.05, 1.05, 1.05, 1.05];

        Decide(ratios, [0.2, 0.2, -0.2, 0.001, 0.001]).Status.ShouldBe(Status.Error);
        Decide(ratios, [0.2, 0.2, -0.001, 0.001, 0.001]).Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public void A_large_effect_is_found_beside_a_restless_control() =>
        Decide([2, 2, 2, 2, 2], [0.3, 0.3, -0.3, 0.3, 0.3]).Status.ShouldBe(Status.Failed);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_inconclusive(double odd)
    {
        Decide([odd, odd, odd, odd, odd]).Status.ShouldBe(Status.Error);
        Decide([1, 1, 1, 1, 1], [odd, odd, odd, 0, 0]).Status.ShouldBe(Status.Error);
        DecisionRule.Decide(new RepeatedRatios([odd], [0]), 1.1, negligible: true).Status.ShouldBe(Status.Error);
    }

    [Fact]
    public void Nothing_measured_is_inconclusive() =>
        DecisionRule.Decide(new RepeatedRatios([], []), 1.1).Status.ShouldBe(Status.Error);

    [Fact]
    public void One_that_is_not_a_number_among_others_is_inconclusive() =>
        Decide([1, 1, 1, 1, double.NaN]).Status.ShouldBe(Status.Error);

    [Fact]
    public void Exactly_the_limit_is_inconclusive() =>
        DecisionRule.Decide(new RepeatedRatios([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]), 1).Status.ShouldBe(Status.Error);

    [Fact]
    public void A_negligible_difference_passes_whatever_the_ratio() =>
        DecisionRule.Decide(new RepeatedRatios([1, 1, 1, 1, 1], Quiet), 1.1, negligible: true).Status.ShouldBe(Status.Passed);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(10, 8)]
    public void Of_fewer_than_five_all_must_agree(int repetitions, int needed) =>
        DecisionRule.Agreement(repetitions).ShouldBe(needed);

    [Fact]
    public void The_interval_is_Students()
    {
        var ratio = DecisionRule.Decide(new RepeatedRatios([1, 2, 3, 4, 5], Quiet), 1.1).Ratio;

        Math.Log(ratio.Value).ShouldBe(3, 1e-12);
        Math.Log(ratio.Low).ShouldBe(3 - 1.963243161, 1e-8);
        Math.Log(ratio.High).ShouldBe(3 + 1.963243161, 1e-8);
    }

    [Fact]
    public void No_verdict_is_against_the_median()
    {
        var ratios = Gen.ArrayOf(Gen.Choose(-30, 30), 5);
        Prop.ForAll(ratios.ToArbitrary(), ratios.ToArbitrary(), (candidate, control) =>
        {
            var decision = DecisionRule.Decide(new RepeatedRatios(Hundredths(candidate), Hundredths(control)), 1.1);
            return decision.Status == Status.Error || (decision.Ratio.Value > 1.1) == (decision.Status == Status.Failed);
        }).QuickCheckThrowOnFailure();
    }

    private static double[] Hundredths(int[] values) => [.. values.Select(value => value / 100.0)];

    private static Decision Decide(double[] ratios, double[]? control = null) =>
        DecisionRule.Decide(new RepeatedRatios([.. ratios.Select(ratio => Math.Log(ratio))], control ?? Quiet), 1.1);
}
