using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking;

/// <summary>What a handful of measurements says.</summary>
internal static class Sample
{
    /// <summary>The median; <see cref="double.NaN"/> where there is no measurement or one is not a number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 || sorted.Any(double.IsNaN) ? double.NaN : OrderStatistics.Quantile(sorted, 0.5);
    }
}
