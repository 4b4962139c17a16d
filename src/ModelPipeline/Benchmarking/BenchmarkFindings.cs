using System.Globalization;
using System.Text;
using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Evidence;
using ModelPipeline.Figures;
using ModelPipeline.Processes;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Benchmarking;

/// <summary>Collects what a benchmark finds.</summary>
internal sealed class BenchmarkFindings
{
    private readonly List<Comparison> _comparisons = [];
    private readonly List<Check> _unmeasured = [];
    private DuetTimes? _times;

    /// <summary>The bundle that is judged.</summary>
    public required Digest Candidate { get; init; }

    public void Add(Comparison comparison) => _comparisons.Add(comparison);

    public void Add(Check unmeasured) => _unmeasured.Add(unmeasured);

    /// <summary>Adds what a duet measured.</summary>
    /// <param name="times">Its measurements.</param>
    /// <param name="rows">How many rows a batch has.</param>
    /// <param name="limits">The limits.</param>
    public void Add(DuetTimes times, int rows, BenchmarkLimits limits)
    {
        _times = times;
        var reading = new DuetReading(times);
        var batch = reading.PerScore(ScoringMode.Batch);
        _comparisons.AddRange(
        [
            Comparison.Measured(Quantity.Latency, reading.PerScore(ScoringMode.Latency), reading.Ratios(ScoringMode.Latency), limits.Latency),
            Comparison.Measured(Quantity.Batch, (batch.Candidate / rows, batch.Champion / rows), reading.Ratios(ScoringMode.Batch), limits.Batch),
            Comparison.Measured(Quantity.Memory, (reading.Peak.Candidate / (1 << 20), reading.Peak.Champion / (1 << 20)), reading.PeakRatios, limits.Memory),
            Comparison.Exact(Quantity.Allocated, reading.Allocated(ScoringMode.Latency), limits.Memory),
        ]);
    }

    /// <summary>What the step found.</summary>
    /// <param name="worker">How workers were started.</param>
    public StepOutcome Outcome(WorkerCommand worker) => new()
    {
        IsUndecided = _unmeasured.Count == 0 && _comparisons.Any(comparison => comparison.Decision.Status == Status.Error),
        Summary = string.Join(", ", _comparisons.Select(comparison => string.Create(
            CultureInfo.InvariantCulture, $"{comparison.Quantity.Name} {comparison.Decision.Ratio.Value:0.00}"))) + " of the champion's",
        Candidate = Candidate,
        Checks = [.. _unmeasured, .. Settled([.. _comparisons.Select(BenchmarkChecks.Of)])],
        Measures = BenchmarkRecord.Measures(_comparisons, _times),
        Facts = _times is null ? new Dictionary<string, string>() : BenchmarkRecord.Facts(worker, _times),
        Reports = new Dictionary<string, ReadOnlyMemory<byte>> { ["benchmark.svg"] = Encoding.UTF8.GetBytes(RatioFigure.Draw([.. _comparisons.Select(RowOf)])) },
    };

    /// <summary>Beside a check that failed, one that is inconclusive is left open: nothing that it could say would make the step pass.</summary>
    private static IEnumerable<Check> Settled(IReadOnlyList<Check> checks) => checks.Any(check => check.Status == Status.Failed)
        ? checks.Select(check => check.Status == Status.Error ? check with { Status = Status.NotRun } : check)
        : checks;

    private static RatioRow RowOf(Comparison comparison) =>
        new(comparison.Quantity.Name, comparison.Decision.Ratio.Value, comparison.Decision.Ratio.Low, comparison.Decision.Ratio.High, comparison.Limit);
}
