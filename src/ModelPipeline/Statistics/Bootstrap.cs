namespace ModelPipeline.Statistics;

/// <summary>
/// The nonparametric bootstrap: statistics of rows that are drawn with replacement.
/// Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993.
/// </summary>
internal static class Bootstrap
{
    private const int MostReplicates = 1000;
    private const int LeastReplicates = 100;
    private const long Work = 200_000_000;

    /// <summary>How many replicates to draw: 1000; of more than 200,000 numbers a resample fewer, down to 100, so that the time stays bounded.</summary>
    /// <param name="size">The numbers that one resample reads: rows by outputs.</param>
    public static int ReplicatesFor(long size) => (int)Math.Clamp(Work / Math.Max(size, 1), LeastReplicates, MostReplicates);

    /// <summary>
    /// Computes statistics of resamples, all statistics of the same ones. The result depends on the arguments alone, not on the number of threads:
    /// each replicate has its own stream of random numbers.
    /// </summary>
    /// <param name="rows">How many rows there are, and are drawn.</param>
    /// <param name="replicates">How many resamples to draw.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="statistics">The statistics; called from several threads at once.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>For each statistic, its replicates in order.</returns>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IReadOnlyList<double[]> Replicates(
        int rows, int replicates, long seed, IReadOnlyList<ResampleStatistic> statistics, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        double[][] results = [.. statistics.Select(_ => new double[replicates])];
        if (statistics.Count == 0)
            return results;

        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellation }, () => new int[rows], (replicate, _, counts) =>
        {
            Draw(counts, new SeededRandom(seed, replicate));
            for (var i = 0; i < results.Length; i++)
                results[i][replicate] = statistics[i](counts);
            return counts;
        }, _ => { });
        return results;
    }

    private static void Draw(int[] counts, SeededRandom random)
    {
        Array.Clear(counts);
        for (var draw = 0; draw < counts.Length; draw++)
            counts[random.NextBelow(counts.Length)]++;
    }
}
