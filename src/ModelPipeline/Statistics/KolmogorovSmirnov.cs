namespace ModelPipeline.Statistics;

/// <summary>
/// The Kolmogorov-Smirnov statistic of two samples: the greatest difference between their empirical distribution functions.
/// Source: W. J. Conover, Practical Nonparametric Statistics, 1999, section 6.3.
/// </summary>
internal static class KolmogorovSmirnov
{
    /// <summary>The statistic, 0 to 1; <see cref="double.NaN"/> where a sample is empty.</summary>
    /// <param name="first">Finite numbers.</param>
    /// <param name="second">Finite numbers.</param>
    public static double Of(double[] first, double[] second)
    {
        if (first.Length == 0 || second.Length == 0)
            return double.NaN;
        double[] a = [.. first.Order()];
        double[] b = [.. second.Order()];
        var (i, j, greatest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            greatest = Math.Max(greatest, Math.Abs((double)i / a.Length - (double)j / b.Length));
        }

        return greatest;
    }
}
