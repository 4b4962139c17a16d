using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.LoadTesting;

/// <summary>What a load test leaves beside its checks.</summary>
internal static class LoadRecord
{
    /// <summary>The figure of throughput and latency.</summary>
    public const string Figure = "load.svg";

    /// <summary>The table behind it.</summary>
    public const string Table = "load.csv";

    /// <summary>Everything that was measured, by name; what is not known is absent.</summary>
    public static IReadOnlyDictionary<string, Measure> Measures(LoadFindings findings)
    {
        var (load, usage) = (findings.Load, findings.Usage);
        var values = new SortedDictionary<string, double?>(StringComparer.Ordinal)
        {
            ["capacity"] = findings.Capacity,
            ["cpu.client"] = usage.ClientCores,
            ["cpu.service"] = usage.ServiceCores,
            ["gc.collections"] = usage.Collections?.Count,
            ["gc.pause_ms"] = usage.Collections?.PauseSeconds * 1000,
            ["latency_ms.p50"] = load.Latency.PercentileMs(0.5),
            ["latency_ms.p90"] = load.Latency.PercentileMs(0.9),
            ["latency_ms.p99"] = load.Latency.PercentileMs(0.99),
            ["latency_ms.p999"] = load.Latency.PercentileMs(0.999),
            ["latency_ms.max"] = load.Latency.MaxMs,
            ["memory_mb"] = usage.PeakMb,
            ["rate.answered"] = load.AnsweredRate,
            ["rate.due"] = load.DueRate,
            ["rate.sent"] = load.SentRate,
            ["requests"] = load.Due,
            ["requests.missed"] = load.Missed,
            ["send_lag_ms.p99"] = load.Lag.PercentileMs(0.99),
            ["send_lag_ms.max"] = load.Lag.MaxMs,
        };
        foreach (var result in CallResults.Errors)
            values[$"errors.{CallResults.Name(result)}"] = load.Count(result);
        return values.Where(value => value.Value is { } number && double.IsFinite(number)).ToDictionary(value => value.Key, value => new Measure(value.Value!.Value), StringComparer.Ordinal);
    }

    /// <summary>How it was measured.</summary>
    /// <param name="spec">What the service had to bear.</param>
    /// <param name="place">Where it ran.</param>
    /// <param name="tolerance">By how much an answer may differ; 0 means bit for bit.</param>
    public static IReadOnlyDictionary<string, string> Facts(LoadSpec spec, string place, double tolerance) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["answers"] = tolerance == 0 ? "bit for bit" : FormattableString.Invariant($"within {tolerance}"),
        ["arrivals"] = spec.Arrivals == Arrivals.Constant ? "constant" : "poisson",
        ["place"] = place,
    };

    /// <summary>The figure and the table.</summary>
    /// <param name="findings">What was measured.</param>
    /// <param name="spec">What the service had to bear.</param>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Reports(LoadFindings findings, LoadSpec spec)
    {
        LoadStep[] steps = [new(LoadStep.Judged, findings.Load), .. findings.Steps];
        return new Dictionary<string, ReadOnlyMemory<byte>>
        {
            [Figure] = Encoding.UTF8.GetBytes(LoadFigure.Draw(steps, spec)),
            [Table] = LoadTable.Write(steps),
        };
    }

    /// <summary>What the step found.</summary>
    /// <param name="findings">What was measured.</param>
    /// <param name="spec">What the service had to bear.</param>
    /// <param name="checks">What was judged.</param>
    public static StepOutcome Outcome(LoadFindings findings, LoadSpec spec, IReadOnlyList<Check> checks) => new()
    {
        Summary = FormattableString.Invariant($"p99 {findings.Load.Latency.PercentileMs(0.99):0.0} ms at {findings.Load.AnsweredRate:0} answers/s; capacity about {findings.Capacity:N0}/s"),
        Checks = checks,
        IsUndecided = checks.Where(check => check.Status == Status.Error).Select(check => check.Name).SequenceEqual(["client"]),
        Measures = Measures(findings),
        Reports = Reports(findings, spec),
    };
}
