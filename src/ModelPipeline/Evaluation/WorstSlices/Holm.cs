namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>
/// Adjusts p-values for the number of tests: where all that are at most 0.05 are believed, the probability of a single wrong one is at most 0.05. Holds
/// however the tests depend on each other, as those of overlapping slices do; the Benjamini-Hochberg procedure limits only the share of wrong ones, and
/// needs a benign dependence. Source: S. Holm, Scand. J. Stat. 6, 1979.
/// </summary>
internal static class Holm
{
    /// <summary>The adjusted p-values, in the given order.</summary>
    /// <param name="values">The p-values of all tests.</param>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var greatest = 0.0;
        foreach (var (rank, test) in Enumerable.Range(0, values.Count).OrderBy(test => values[test]).Index())
        {
            greatest = Math.Max(greatest, Math.Min(1, (values.Count - rank) * values[test]));
            adjusted[test] = greatest;
        }

        return adjusted;
    }
}
