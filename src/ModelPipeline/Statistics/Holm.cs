namespace ModelPipeline.Statistics;

/// <summary>
/// The correction for testing several things at once that keeps the chance of any false alarm at the level.
/// Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Stat. 6, 1979.
/// </summary>
internal static class Holm
{
    /// <summary>The adjusted p-values, in the order given: at most 0.05 where a test holds at 0.05 among all of them.</summary>
    /// <param name="pValues">0 to 1 each.</param>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        var (greatest, left) = (0.0, pValues.Count);
        foreach (var test in Enumerable.Range(0, pValues.Count).OrderBy(test => pValues[test]))
        {
            greatest = Math.Max(greatest, Math.Min(1, left-- * pValues[test]));
            adjusted[test] = greatest;
        }

        return adjusted;
    }
}
