using System.Globalization;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>What a service's <c>/metrics</c> say of its garbage collections.</summary>
/// <param name="Count">How many there were; <see langword="null"/> where it does not say.</param>
/// <param name="PauseSeconds">How long they paused it together; <see langword="null"/> where it does not say.</param>
internal sealed record GarbageCollections(double? Count, double? PauseSeconds)
{
    private const string Collections = "dotnet_gc_collections_total{generation=\"0\"} "; // every collection is one of generation 0 too
    private const string Pause = "dotnet_gc_pause_seconds_total ";

    /// <summary>Reads them from text in Prometheus' format.</summary>
    /// <param name="metrics">The text.</param>
    public static GarbageCollections Read(string metrics) => new(Find(metrics, Collections), Find(metrics, Pause));

    /// <summary>What was added since an earlier reading.</summary>
    public GarbageCollections Since(GarbageCollections before) => new(Count - before.Count, PauseSeconds - before.PauseSeconds);

    private static double? Find(string metrics, string sample) =>
        metrics.Split('\n').FirstOrDefault(line => line.StartsWith(sample, StringComparison.Ordinal)) is { } found
        && double.TryParse(found.AsSpan(sample.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
