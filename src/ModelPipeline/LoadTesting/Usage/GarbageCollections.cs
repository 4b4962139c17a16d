using System.Globalization;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>What a service's <c>/metrics</c> say of its garbage collections.</summary>
/// <param name="Count">How many there were, of every generation; <see langword="null"/> where it does not say.</param>
/// <param name="PauseSeconds">How long they paused it together; <see langword="null"/> where it does not say.</param>
internal sealed record GarbageCollections(double? Count, double? PauseSeconds)
{
    /// <summary>Reads them from text in Prometheus' format: counters whose names hold <c>gc_collections</c> or <c>gc_pause</c>.</summary>
    /// <param name="metrics">The text.</param>
    public static GarbageCollections Read(string metrics) => new(Sum(metrics, "gc_collections"), Sum(metrics, "gc_pause"));

    /// <summary>What was added since an earlier reading.</summary>
    public GarbageCollections Since(GarbageCollections before) => new(Count - before.Count, PauseSeconds - before.PauseSeconds);

    private static double? Sum(string metrics, string name)
    {
        double? sum = null;
        foreach (var line in metrics.Split('\n'))
        {
            var end = line.IndexOfAny([' ', '{']);
            if (end > 0 && line[0] != '#' && line.AsSpan(0, end).Contains(name, StringComparison.Ordinal)
                && double.TryParse(line.AsSpan(line.LastIndexOf(' ') + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                sum = (sum ?? 0) + value;
        }

        return sum;
    }
}
