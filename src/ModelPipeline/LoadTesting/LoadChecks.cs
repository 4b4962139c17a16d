using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;

namespace ModelPipeline.LoadTesting;

/// <summary>Judges what a load test measured, in words.</summary>
/// <param name="spec">What the service must bear.</param>
/// <param name="plan">How the load was made.</param>
internal sealed class LoadChecks(LoadSpec spec, LoadPlan plan)
{
    /// <summary>The check of a service that ended or could not be started.</summary>
    /// <param name="reason">Its last words.</param>
    public static Check Ended(string reason) => new()
    {
        Name = "service",
        Status = Status.Failed,
        Reason = reason,
        Hint = "see load.memory_mb where it ended for want of memory",
    };

    /// <summary>The checks of what was measured.</summary>
    /// <param name="findings">What was measured.</param>
    /// <param name="tolerance">By how much an answer may differ from the bundle's score; 0 means bit for bit.</param>
    /// <param name="isLocal">Whether the service runs here, so that its memory is judged.</param>
    public IReadOnlyList<Check> Of(LoadFindings findings, double tolerance, bool isLocal)
    {
        Check[] timed = [P99(findings.Load), Throughput(findings.Load)];
        var client = Client(findings.Load, timed.All(check => check.Status == Status.Passed));
        Check[] checks =
        [
            .. client.Status == Status.Error ? timed.Select(Open) : timed,
            Errors(findings.Load),
            Answers(findings, tolerance),
            .. isLocal ? [Memory(findings.Usage.PeakMb)] : Array.Empty<Check>(),
            client,
        ];
        return checks.Any(check => check.Status == Status.Failed) ? [.. checks.Select(Settled)] : checks;
    }

    private Check P99(LoadReading load)
    {
        var p99 = load.Latency.PercentileMs(0.99);
        return double.IsNaN(p99)
            ? new Check { Name = "p99", Status = Status.Failed, Limit = spec.P99Ms, Reason = $"no request of {load.Due} was answered" }
            : Judged("p99", p99 <= spec.P99Ms, p99, spec.P99Ms, Text($"99% of the requests were answered within {p99:0.###} ms, {Side(p99 <= spec.P99Ms)} the limit of {spec.P99Ms:0.###} ms"));
    }

    private Check Errors(LoadReading load)
    {
        var share = load.Due == 0 ? 1 : (double)load.Errors / load.Due;
        var kinds = CallResults.Errors.Where(result => load.Count(result) > 0)
            .Select(result => $"{CallResults.Words(result)} {load.Count(result)}{(load.FirstFault(result) is { } fault && result == CallResult.OtherStatus ? $" (the first: {fault})" : "")}").ToList();
        return Judged(
            "errors",
            share <= spec.Errors,
            share,
            spec.Errors,
            $"{load.Errors} of {load.Due} requests have no correct answer{(kinds.Count > 0 ? $": {string.Join(", ", kinds)}" : "")}");
    }

    private static Check Answers(LoadFindings findings, double tolerance) => findings.Wrong > 0
        ? Judged("answers", false, findings.Wrong, 0, Text($"{findings.Wrong} answers are not those of the bundle; the first: {findings.WrongFault}"))
        : findings.Load.Count(CallResult.Correct) == 0
            ? new Check { Name = "answers", Status = Status.Failed, Limit = 0, Reason = "there was no answer to compare with the bundle's" }
            : Judged("answers", true, 0, 0, $"every answer is that of the bundle, {(tolerance == 0 ? "bit for bit" : Text($"within {tolerance}"))}");

    /// <summary>Whether answers keep up with requests. The last ones may come as late as the limit of the latency allows.</summary>
    private Check Throughput(LoadReading load)
    {
        var least = plan.LeastAnswered * (1 - spec.Errors) * load.DueRateWithin(TimeSpan.FromMilliseconds(spec.P99Ms));
        return Judged(
            "throughput",
            load.AnsweredRate >= least && load.AnsweredRate > 0,
            load.AnsweredRate,
            least,
            Text($"{load.AnsweredRate:0.#} correct answers/s of {load.DueRate:0.#} requests/s, at least {least:0.#} are needed"));
    }

    private Check Memory(double? peak) => peak is { } most
        ? Judged("memory", most <= spec.MemoryMb, most, spec.MemoryMb, Text($"the service held {most:0.#} MB at most, {Side(most <= spec.MemoryMb)} the limit of {spec.MemoryMb} MB"))
        : new Check { Name = "memory", Status = Status.Error, Limit = spec.MemoryMb, Reason = "the service's memory cannot be told here" };

    /// <summary>Whether the client sent what was due in time. Its delay is in the latency, so one that was late took nothing from a service that is within the limits all the same.</summary>
    private Check Client(LoadReading load, bool isWithinLimits)
    {
        var (lag, most) = (load.Lag.PercentileMs(0.99), Math.Max(plan.MostLagMs, spec.P99Ms / 10));
        var missed = load.Due == 0 ? 1 : (double)load.Missed / load.Due;
        var isLate = !(lag <= most);
        var isStarved = (isLate && !isWithinLimits) || missed > plan.MostMissed;
        return new Check
        {
            Name = "client",
            Status = isStarved ? Status.Error : Status.Passed,
            Observed = double.IsNaN(lag) ? null : lag,
            Limit = most,
            Reason = Text($"{(isStarved ? "inconclusive, the client was starved" : isLate ? "the client was late, and the service within the limits with its delay" : "the client kept the schedule")}: 99% of the requests were sent within {lag:0.###} ms after they were due (limit {most:0.###} ms), {load.Missed} of {load.Due} were not sent"),
            Hint = isStarved ? "measure where nothing else runs, or lower load.rate" : null,
        };
    }

    /// <summary>What a starved client measured says nothing against the service.</summary>
    private static Check Open(Check check) => check.Status == Status.Failed ? check with { Status = Status.NotRun } : check;

    /// <summary>Beside a check that failed, one that is inconclusive is left open: nothing that it could say would make the step pass.</summary>
    private static Check Settled(Check check) => check.Status == Status.Error ? check with { Status = Status.NotRun } : check;

    private static Check Judged(string name, bool passed, double observed, double limit, string reason) =>
        new() { Name = name, Status = passed ? Status.Passed : Status.Failed, Observed = observed, Limit = limit, Reason = reason };

    private static string Side(bool within) => within ? "within" : "above";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
