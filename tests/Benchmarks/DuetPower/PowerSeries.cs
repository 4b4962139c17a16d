using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Benchmarking;
using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Evidence;
using ModelPipeline.Processes;

namespace DuetPower;

/// <summary>Runs with one slow-down, and the line that says what the gate made of them.</summary>
internal sealed class PowerSeries(WorkerJob champion, PowerOptions options, double slowDown)
{
    private static readonly ScoringMode[] Modes = Enum.GetValues<ScoringMode>();

    /// <summary>Runs them one after the other.</summary>
    /// <param name="log">Takes a line a run.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string> RunAsync(TextWriter log, CancellationToken cancellation)
    {
        var verdicts = new List<Status>();
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < options.Runs; run++)
        {
            var decisions = await DecideAsync(run, cancellation);
            verdicts.Add(StatusOf(decisions));
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slow-down {slowDown:P1}, run {run + 1}: {verdicts[^1]}; {string.Join("; ", Modes.Zip(decisions, Text))}"));
        }

        var seconds = watch.Elapsed.TotalSeconds / options.Runs;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"slow-down {slowDown:P1}: {options.Runs} runs, failed {Share(verdicts, Status.Failed)}, passed {Share(verdicts, Status.Passed)}, inconclusive {Share(verdicts, Status.Error)}, {seconds:F1} s a run");
    }

    private async Task<Decision[]> DecideAsync(int run, CancellationToken cancellation)
    {
        var command = new WorkerCommand(Environment.ProcessPath!, [BenchmarkWorker.Verb]);
        var setting = new DuetSetting(command, new BenchmarkPlan(), TimeProvider.System, champion with { SlowDown = slowDown }, champion, Seed: run);
        var reading = new DuetReading(await new Duet(setting).RunAsync(new Progress<string>(), cancellation));
        return [.. Modes.Select(mode => DecisionRule.Decide(reading.Ratios(mode), options.Limit))];
    }

    private static Status StatusOf(Decision[] decisions) =>
        decisions.Any(decision => decision.Status == Status.Failed) ? Status.Failed : decisions.Max(decision => decision.Status);

    private static string Text(ScoringMode mode, Decision decision) => string.Create(
        CultureInfo.InvariantCulture,
        $"{mode} {decision.Ratio.Value:F4} [{decision.Ratio.Low:F4}, {decision.Ratio.High:F4}] above {decision.Above}, noise {decision.Noise:P2}");

    private static string Share(List<Status> verdicts, Status status) => string.Create(
        CultureInfo.InvariantCulture, $"{verdicts.Count(verdict => verdict == status)} ({(double)verdicts.Count(verdict => verdict == status) / verdicts.Count:P1})");
}
