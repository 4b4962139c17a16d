using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Evidence;
using ModelPipeline.Processes;

namespace ModelPipeline.Benchmarking;

/// <summary>What evidence keeps of a benchmark beside the verdicts.</summary>
internal static class BenchmarkRecord
{
    /// <summary>The amounts and ratios of the comparisons, and what was measured without being judged.</summary>
    public static Dictionary<string, Measure> Measures(IEnumerable<Comparison> comparisons, DuetTimes? times)
    {
        var measures = new Dictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var (quantity, candidate, champion, _, decision) in comparisons)
        {
            Add(measures, $"{quantity.Name}.candidate_{quantity.Suffix}", candidate);
            Add(measures, $"{quantity.Name}.champion_{quantity.Suffix}", champion);
            Add(measures, $"{quantity.Name}.ratio", decision.Ratio.Value, decision.Ratio.Low, decision.Ratio.High);
            if (quantity.Repetition.Length > 0)
                Add(measures, $"{quantity.Name}.noise", decision.Noise);
        }

        if (times is not null)
            AddDuet(measures, times);
        return measures;
    }

    /// <summary>How it was measured.</summary>
    public static Dictionary<string, string> Facts(WorkerCommand worker, DuetTimes times) => new(StringComparer.Ordinal)
    {
        ["clock"] = new DuetReading(times).Clock,
        ["pinning"] = times.Cores is { } cores ? $"cores {cores.Tested} and {cores.Champion}, swapped between blocks" : "none: candidate and champion took turns",
        ["processors"] = Cores.Allowed() is { Count: > 0 } allowed ? $"{allowed.Count}" : "unknown",
        ["worker"] = QuotedText.Escape(Path.GetFileName(worker.FileName)),
    };

    private static void AddDuet(Dictionary<string, Measure> measures, DuetTimes times)
    {
        var reading = new DuetReading(times);
        Add(measures, "latency.wall_ratio", Math.Exp(Sample.Median(reading.WallRatios(ScoringMode.Latency).Candidate)));
        Add(measures, "batch.wall_ratio", Math.Exp(Sample.Median(reading.WallRatios(ScoringMode.Batch).Candidate)));
        Add(measures, "load.candidate_ms", reading.Load.Candidate / 1e6);
        Add(measures, "load.champion_ms", reading.Load.Champion / 1e6);
        Add(measures, "restarts", times.Restarts.Count);
        Add(measures, "rounds", times.Plan.Rounds);
    }

    private static void Add(Dictionary<string, Measure> measures, string name, double value, double low = double.NaN, double high = double.NaN)
    {
        if (double.IsFinite(value))
            measures[name] = new Measure(value, Known(low), Known(high));
    }

    private static double? Known(double bound) => double.IsFinite(bound) ? bound : null;
}
