namespace ModelPipeline.Statistics;

/// <summary>
/// The population stability index: how far two samples' shares of rows differ over bins, the sum of (p - q) ln(p / q). By custom below 0.1 is little and
/// above 0.25 much. Source: N. Siddiqi, Credit Risk Scorecards, 2006. Half a row is added to each bin, so that an empty one does not make the logarithm
/// infinite; source: J. B. S. Haldane, Ann. Hum. Genet. 20, 1956.
/// </summary>
internal static class PopulationStability
{
    private const int Bins = 10;
    private const double Added = 0.5;

    /// <summary>The index over ten bins between the quantiles of the first sample; fewer where these coincide.</summary>
    /// <param name="expected">Finite numbers.</param>
    /// <param name="actual">Finite numbers.</param>
    /// <returns>0 or more; <see cref="double.NaN"/> where a sample is empty.</returns>
    public static double Of(double[] expected, double[] actual)
    {
        if (expected.Length == 0 || actual.Length == 0)
            return double.NaN;
        double[] sorted = [.. expected.Order()];
        double[] edges = [.. Enumerable.Range(1, Bins - 1).Select(bin => OrderStatistics.Quantile(sorted, (double)bin / Bins)).Distinct()];
        return Shares(expected, edges).Zip(Shares(actual, edges), (p, q) => (p - q) * Math.Log(p / q)).Sum();
    }

    /// <summary>The index over categories.</summary>
    /// <param name="expected">How many rows of the first sample each category has.</param>
    /// <param name="actual">How many of the second, in the same order.</param>
    /// <returns>0 or more; <see cref="double.NaN"/> where a sample is empty.</returns>
    public static double OfCounts(IReadOnlyList<int> expected, IReadOnlyList<int> actual) => expected.Sum() == 0 || actual.Sum() == 0
        ? double.NaN
        : Shares(expected).Zip(Shares(actual), (p, q) => (p - q) * Math.Log(p / q)).Sum();

    private static IEnumerable<double> Shares(IReadOnlyList<int> counts) => counts.Select(count => (count + Added) / (counts.Sum() + Added * counts.Count));

    private static IEnumerable<double> Shares(double[] values, double[] edges)
    {
        var counts = new int[edges.Length + 1];
        foreach (var value in values)
            counts[Bin(edges, value)]++;
        return Shares(counts);
    }

    /// <summary>How many edges are below the value: a bin includes its upper edge.</summary>
    private static int Bin(double[] edges, double value)
    {
        var place = Array.BinarySearch(edges, value);
        return place < 0 ? ~place : place;
    }
}
