using MathNet.Numerics.Statistics;

namespace ModelPipeline.Statistics;

/// <summary>Spearman's rank correlation: the correlation of the ranks, equal values with their mean rank.</summary>
internal static class RankCorrelation
{
    private const int FewestRows = 4;

    /// <summary>
    /// The correlation, -1 to 1, with its 95% interval by Fisher's transformation; undefined where a sample is constant, the interval for fewer than four rows too.
    /// Source of the variance: D. G. Bonett, T. A. Wright, Psychometrika 65, 2000.
    /// </summary>
    /// <param name="first">One finite number a row.</param>
    /// <param name="second">One finite number a row, of the same rows.</param>
    public static Estimate Of(double[] first, double[] second)
    {
        if (first.Length < 2)
            return new(double.NaN, double.NaN, double.NaN);
        var correlation = Math.Clamp(Correlation.Spearman(first, second), -1, 1);
        if (first.Length < FewestRows)
            return new(correlation, double.NaN, double.NaN);
        var (low, high) = Interval.Normal(Math.Atanh(correlation), (1 + correlation * correlation / 2) / (first.Length - 3));
        return new(correlation, Math.Tanh(low), Math.Tanh(high));
    }
}
