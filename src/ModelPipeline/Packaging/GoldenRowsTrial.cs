using ModelPipeline.Serving;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>How a started service answered the golden rows.</summary>
/// <param name="ColdStart">From its start to its first answer that it is ready.</param>
/// <param name="Digest">The bundle that it says it answers with.</param>
/// <param name="Rows">How many rows it scored.</param>
/// <param name="Different">How many of them have a score that is not that of the bundle, bit for bit.</param>
/// <param name="Largest">The largest difference of a score.</param>
/// <param name="Usage">What it used afterwards.</param>
internal sealed record GoldenRowsTrial(TimeSpan ColdStart, Digest Digest, int Rows, int Different, double Largest, ServiceUsage? Usage)
{
    /// <summary>Waits until a service is ready and lets it score the rows.</summary>
    /// <exception cref="IOException">It ends, is not ready in time, or gives no proper answer.</exception>
    /// <exception cref="InvalidDataException">The bundle's golden rows cannot be read.</exception>
    public static async Task<GoldenRowsTrial> RunAsync(
        IServiceInstance service, ModelBundle bundle, TimeSpan longestStart, TimeProvider clock, CancellationToken cancellation)
    {
        var (rows, expected) = GoldenRows.Read(bundle.Folder, bundle.Manifest.Signature);
        using var client = new ServiceClient(service.Address);
        var coldStart = await client.WaitUntilReadyAsync(service, longestStart, clock, cancellation).ConfigureAwait(false);
        var digest = await client.ReadDigestAsync(cancellation).ConfigureAwait(false);
        var scores = await client.ScoreAsync(rows, expected.Outputs, cancellation).ConfigureAwait(false);
        var usage = await service.ReadUsageAsync(cancellation).ConfigureAwait(false);
        return new(coldStart, digest, rows.Rows, Differing(scores, expected), LargestDifference(scores, expected), usage);
    }

    private static int Differing(Scores scores, Scores expected) =>
        Enumerable.Range(0, expected.Rows).Count(row => !scores.Row(row).SequenceEqual(expected.Row(row)));

    /// <summary>Not a number where a score is none.</summary>
    private static double LargestDifference(Scores scores, Scores expected)
    {
        var largest = 0.0;
        for (var i = 0; i < expected.Values.Length; i++)
            largest = Math.Max(largest, Math.Abs(scores.Values[i] - expected.Values[i]));
        return largest;
    }
}
