namespace ModelPipeline.Statistics;

/// <summary>
/// 95% intervals from bootstrap replicates. Replicates that are not finite are dropped; where more than half are, the interval is undefined.
/// Source: A. C. Davison, D. V. Hinkley, Bootstrap Methods and their Application, 1997, sections 5.2 and 5.3.
/// </summary>
internal static class BootstrapInterval
{
    /// <summary>The percentile interval: the replicates' quantiles at 0.025 and 0.975, widened where needed to contain the value.</summary>
    /// <param name="value">The statistic of the rows themselves.</param>
    /// <param name="replicates">The statistic of the resamples.</param>
    public static Interval Percentile(double value, IReadOnlyCollection<double> replicates) => Quantiles(replicates).Including(value);

    /// <summary>
    /// The basic interval, <c>2 * value - quantile</c> at 0.975 and 0.025, widened where needed to contain the value. It takes away a bias that
    /// the resamples add to the value's own, and so suits a statistic that is biased in small samples.
    /// </summary>
    /// <param name="value">The statistic of the rows themselves.</param>
    /// <param name="replicates">The statistic of the resamples.</param>
    public static Interval Basic(double value, IReadOnlyCollection<double> replicates)
    {
        var (low, high) = Quantiles(replicates);
        return new Interval(2 * value - high, 2 * value - low).Including(value);
    }

    /// <summary>How many replicates are dropped because they are undefined.</summary>
    /// <param name="replicates">The statistic of the resamples.</param>
    public static int Dropped(IReadOnlyCollection<double> replicates) => replicates.Count(replicate => !double.IsFinite(replicate));

    private static Interval Quantiles(IReadOnlyCollection<double> replicates)
    {
        double[] defined = [.. replicates.Where(double.IsFinite).Order()];
        return defined.Length == 0 || 2 * defined.Length < replicates.Count
            ? Interval.Undefined
            : new(OrderStatistics.Quantile(defined, 0.025), OrderStatistics.Quantile(defined, 0.975));
    }
}
