namespace ModelPipeline.Statistics;

/// <summary>
/// The score interval of a proportion, without continuity correction; it stays within 0 to 1.
/// Source: E. B. Wilson, J. Am. Stat. Assoc. 22, 1927; method 3 of R. G. Newcombe, Stat. Med. 17, 1998.
/// </summary>
internal static class WilsonInterval
{
    /// <summary>The 95% interval.</summary>
    /// <param name="successes">How many succeeded.</param>
    /// <param name="trials">Of how many; 0 gives an undefined interval.</param>
    public static Interval Of(long successes, long trials)
    {
        if (trials == 0)
            return Interval.Undefined;
        var share = (double)successes / trials;
        var squaredZ = NormalDistribution.TwoSided95 * NormalDistribution.TwoSided95;
        var center = (share + squaredZ / (2 * trials)) / (1 + squaredZ / trials);
        var margin = NormalDistribution.TwoSided95 / (1 + squaredZ / trials)
            * Math.Sqrt(share * (1 - share) / trials + squaredZ / (4.0 * trials * trials));
        return new Interval(center - margin, center + margin).Within(0, 1).Including(share);
    }
}
