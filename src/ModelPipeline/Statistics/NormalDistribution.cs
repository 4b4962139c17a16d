using MathNet.Numerics.Distributions;

namespace ModelPipeline.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The 0.975 quantile, about 1.96: half the width, in standard errors, of a 95% interval.</summary>
    public static double TwoSided95 { get; } = Quantile(0.975);

    /// <summary>The probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">A value, in standard deviations.</param>
    public static double Cdf(double x) => Normal.CDF(0, 1, x);

    /// <summary>The value that is not exceeded with a probability: the inverse of <see cref="Cdf"/>.</summary>
    /// <param name="probability">0 to 1; the ends give the infinities.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in 0 to 1.</exception>
    public static double Quantile(double probability) => probability is >= 0 and <= 1
        ? Normal.InvCDF(0, 1, probability)
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
}
