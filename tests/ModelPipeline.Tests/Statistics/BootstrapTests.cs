using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Statistics;

public sealed class BootstrapTests
{
    [Fact]
    public void Every_resample_has_as_many_rows_as_there_are()
    {
        var sums = Bootstrap.Replicates(37, 200, 1, [counts => counts.ToArray().Sum()], TestContext.Current.CancellationToken)[0];
        sums.ShouldBe(Enumerable.Repeat(37.0, 200));
    }

    [Fact]
    public void Statistics_see_the_same_resamples()
    {
        var replicates = Bootstrap.Replicates(20, 50, 1, [counts => counts[0], counts => -counts[0]], TestContext.Current.CancellationToken);
        replicates[0].Distinct().Count().ShouldBeGreaterThan(1);
        replicates[1].ShouldBe(replicates[0].Select(count => -count));
    }

    [Fact]
    public void A_replicate_depends_on_its_number_alone_and_so_not_on_the_threads()
    {
        static double First(ReadOnlySpan<int> counts) => counts[0] + 10 * counts[1];
        var many = Bootstrap.Replicates(5, 300, 9, [First], TestContext.Current.CancellationToken)[0];
        var few = Bootstrap.Replicates(5, 3, 9, [First], TestContext.Current.CancellationToken)[0];
        many.Take(3).ShouldBe(few);
    }

    [Fact]
    public void The_interval_of_a_mean_agrees_with_the_normal_one()
    {
        var random = new SeededRandom(4);
        var values = new double[500];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextDouble();
        double Mean(ReadOnlySpan<int> counts)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
                sum += counts[i] * values[i];
            return sum / values.Length;
        }

        var replicates = Bootstrap.Replicates(values.Length, 1000, 3, [Mean], TestContext.Current.CancellationToken)[0];

        var (low, high) = MeanInterval.Of(values);
        BootstrapInterval.Percentile(values.Average(), replicates).Low.ShouldBe(low, 0.004);
        BootstrapInterval.Basic(values.Average(), replicates).High.ShouldBe(high, 0.004);
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(200_000, 1000)]
    [InlineData(1_000_000, 200)]
    [InlineData(100_000_000, 100)]
    [InlineData(0, 1000)]
    public void Large_samples_get_fewer_replicates(long size, int replicates) => Bootstrap.ReplicatesFor(size).ShouldBe(replicates);

    [Fact]
    public void Percentiles_are_interpolated_as_numpy_does()
    {
        // numpy.percentile(range(1, 51), [2.5, 97.5]) is [2.225, 48.775]
        double[] replicates = [.. Enumerable.Range(1, 50).Select(number => (double)number).Reverse()];
        Near(BootstrapInterval.Percentile(20, replicates), 2.225, 48.775);
        Near(BootstrapInterval.Basic(20, replicates), -8.775, 37.775);
    }

    [Fact]
    public void An_interval_is_widened_to_contain_the_value()
    {
        BootstrapInterval.Percentile(0, [1, 1, 1]).ShouldBe(new(0, 1));
        BootstrapInterval.Basic(0, [1, 1, 1]).ShouldBe(new(-1, 0));
    }

    [Fact]
    public void Undefined_replicates_are_dropped_unless_they_are_most()
    {
        BootstrapInterval.Percentile(1, [1, double.NaN]).ShouldBe(new(1, 1));
        BootstrapInterval.Percentile(1, [1, double.NaN, double.PositiveInfinity]).IsDefined.ShouldBeFalse();
        BootstrapInterval.Percentile(1, []).IsDefined.ShouldBeFalse();
        BootstrapInterval.Dropped([1, double.NaN, double.PositiveInfinity]).ShouldBe(2);
    }

    private static void Near(Interval interval, double low, double high)
    {
        interval.Low.ShouldBe(low, 1e-12);
        interval.High.ShouldBe(high, 1e-12);
    }
}
