namespace ModelPipeline.Statistics;

/// <summary>
/// A quantile with the order statistics around it as its 95% interval, whatever the distribution: their ranks follow from the normal approximation of the
/// number of values below the quantile. Source: W. J. Conover, Practical Nonparametric Statistics, 1999, section 3.2.
/// </summary>
internal static class QuantileInterval
{
    /// <summary>The quantile and its interval. A bound beyond the least or the greatest value is undefined; so is all of an empty sample.</summary>
    /// <param name="sorted">Finite numbers, ascending.</param>
    /// <param name="probability">0 to 1.</param>
    public static Estimate Of(double[] sorted, double probability)
    {
        if (sorted.Length == 0)
            return new(double.NaN, double.NaN, double.NaN);
        var (low, high) = Interval.Normal(sorted.Length * probability, sorted.Length * probability * (1 - probability));
        return new(OrderStatistics.Quantile(sorted, probability), At(sorted, Math.Ceiling(low)), At(sorted, Math.Ceiling(high)));
    }

    private static double At(double[] sorted, double rank) => rank >= 1 && rank <= sorted.Length ? sorted[(int)rank - 1] : double.NaN;
}
