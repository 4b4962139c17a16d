using ModelPipeline.Benchmarking;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Benchmarking;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(100, 100, Status.Passed)]
    [InlineData(125, 100, Status.Passed)]
    [InlineData(126, 100, Status.Failed)]
    [InlineData(0, 0, Status.Passed)]
    [InlineData(1, 0, Status.Failed)]
    [InlineData(double.NaN, 100, Status.Error)]
    public void Exact_amounts_are_judged_by_their_ratio(double candidate, double champion, Status expected) =>
        BenchmarkChecks.Of(Comparison.Exact(Quantity.Allocated, (candidate, champion), 1.25)).Status.ShouldBe(expected);

    [Fact]
    public void What_has_no_ratio_is_not_observed_and_still_named() =>
        BenchmarkChecks.Of(Comparison.Exact(Quantity.Allocated, (1, 0), 1.25)).ShouldSatisfyAllConditions(
            check => check.Observed.ShouldBeNull(),
            check => check.Reason.ShouldBe("scoring one row allocates: 1 bytes, champion 0 bytes, ratio unknown, above the limit 1.25"));

    [Fact]
    public void A_few_MB_more_are_not_judged_and_many_are()
    {
        var ratios = new RepeatedRatios([0.5, 0.5, 0.5, 0.5, 0.5], [0, 0, 0, 0, 0]);

        BenchmarkChecks.Of(Comparison.Measured(Quantity.Memory, (9, 6), ratios, 1.25)).Reason.ShouldEndWith("no more than 4 MB apart, which is not judged");
        BenchmarkChecks.Of(Comparison.Measured(Quantity.Memory, (90, 60), ratios, 1.25)).Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public void An_inconclusive_check_says_what_was_seen_and_what_to_do()
    {
        var ratios = new RepeatedRatios([0.2, 0.2, 0.2, 0, 0], [0.01, 0.01, 0.01, 0.01, 0.01]);

        var check = BenchmarkChecks.Of(Comparison.Measured(Quantity.Latency, (1220, 1000), ratios, 1.1));

        check.Status.ShouldBe(Status.Error);
        check.Reason.ShouldEndWith("inconclusive: above the limit 1.10 in 3 of 5 restarts, and the champion beside itself differs by 1.0 %");
        check.Hint.ShouldNotBeNull();
    }
}
