namespace ModelPipeline.Statistics;

/// <summary>What sorted numbers say.</summary>
internal static class OrderStatistics
{
    /// <summary>
    /// A quantile by linear interpolation between neighbours.
    /// Source: type 7 of R. J. Hyndman, Y. Fan, Am. Stat. 50, 1996; the default of NumPy and R.
    /// </summary>
    /// <param name="sorted">Finite numbers, ascending; at least one.</param>
    /// <param name="probability">0 to 1.</param>
    public static double Quantile(double[] sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        var share = place - below;
        return sorted[below] == sorted[above] ? sorted[below] : (1 - share) * sorted[below] + share * sorted[above];
    }
}
