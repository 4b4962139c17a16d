namespace ModelPipeline.Statistics;

/// <summary>
/// Tests read off intervals.
/// Source: D. G. Altman, J. M. Bland, How to obtain the P value from a confidence interval, BMJ 343, 2011.
/// </summary>
internal static class IntervalTest
{
    /// <summary>
    /// The two-sided p-value of a difference of zero: below 0.05 exactly where the 95% interval excludes zero. Of an interval that is not symmetric the side
    /// towards zero counts.
    /// </summary>
    /// <param name="difference">A difference with its 95% interval.</param>
    /// <returns>0 to 1; <see cref="double.NaN"/> where the difference or its interval is undefined.</returns>
    public static double PValue(Estimate difference)
    {
        if (difference.Value == 0 && difference.Low <= 0 && difference.High >= 0)
            return 1;
        var towardsZero = difference.Value > 0 ? difference.Value - difference.Low : difference.High - difference.Value;
        return 2 * NormalDistribution.Cdf(-Math.Abs(difference.Value) / (towardsZero / NormalDistribution.TwoSided95));
    }
}
