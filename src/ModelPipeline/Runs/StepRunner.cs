using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>Runs a step for a model: skips it where nothing changed, and leaves evidence whatever happens.</summary>
/// <param name="clock">The clock.</param>
/// <param name="reporter">Told what happens.</param>
public sealed class StepRunner(TimeProvider clock, IStepReporter reporter)
{
    /// <summary>Runs a step.</summary>
    /// <param name="step">What to do.</param>
    /// <param name="run">For which model.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The step was stopped; its last evidence is untouched.</exception>
    public async Task<StepReport> RunAsync(IStep step, ModelRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(run);
        cancellation.ThrowIfCancellationRequested();
        reporter.Started(run.Spec.Name, step.Name);
        var report = await JudgeAsync(step, run, cancellation).ConfigureAwait(false);
        reporter.Finished(report);
        return report;
    }

    private async Task<StepReport> JudgeAsync(IStep step, ModelRun run, CancellationToken cancellation)
    {
        var watch = new StepWatch(clock);
        StepEvidence evidence;
        var isInputFault = false;
        try
        {
            if (NotRunReason(step, run) is { } reason)
            {
                step.Discard(run);
                evidence = Conclude(step, run, watch, Unjudged(Status.NotRun, reason));
            }
            else
            {
                var fingerprint = Fingerprint(step, run);
                if (LastPassed(step, run, fingerprint) is { } last)
                    return new StepReport(run.Spec.Name, step.Name, last.Status, Unchanged(last), Skipped: true);
                var progress = new StepProgress(reporter, run.Spec.Name, step.Name);
                var outcome = await step.RunAsync(run, progress, cancellation).ConfigureAwait(false);
                evidence = Conclude(step, run, watch, outcome) with { Fingerprint = fingerprint };
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            isInputFault = fault is InputException;
            if (!isInputFault)
                reporter.Broke(run.Spec.Name, step.Name, fault);
            step.Discard(run);
            evidence = Conclude(step, run, watch, Unjudged(Status.Error, fault.Message));
        }

        run.Workspace.Evidence.Write(evidence);
        return new StepReport(run.Spec.Name, step.Name, evidence.Status, evidence.Summary, IsInputFault: isInputFault);
    }

    private static string? NotRunReason(IStep step, ModelRun run)
    {
        foreach (var need in step.Needs)
        {
            var evidence = run.Workspace.Evidence.Read(need);
            if (evidence is null)
                return $"{need} has not run: run it first";
            if (evidence.Status is Status.Error or Status.NotRun)
                return $"{need} could not judge";
            if (evidence.Inputs != run.Inputs)
                return $"{need} judged another data file, spec or tool: run it again first";
        }

        return null;
    }

    private static Digest Fingerprint(IStep step, ModelRun run)
    {
        string[] shared = [step.Name, $"{run.DataDigest}", $"{run.Spec.Digest}", $"{run.Champion?.Digest}", $"{run.Tool.Digest}"];
        return Digest.Of(string.Join('\n', [.. shared, .. step.Inputs(run)]));
    }

    private static StepEvidence? LastPassed(IStep step, ModelRun run, Digest fingerprint)
    {
        if (run.Options.Force)
            return null;
        var last = run.Workspace.Evidence.Read(step.Name);
        return last?.Status == Status.Passed && last.Fingerprint == fingerprint && step.CanSkip(run, last) ? last : null;
    }

    private static string Unchanged(StepEvidence last) =>
        $"same data, spec, baseline and tool as when it passed at {last.Started:yyyy-MM-dd HH:mm:ss}Z";

    private static StepOutcome Unjudged(Status status, string reason) => new()
    {
        Summary = reason,
        Checks = [new Check { Name = "completed", Status = status, Reason = reason }],
    };

    private static StepEvidence Conclude(IStep step, ModelRun run, StepWatch watch, StepOutcome outcome)
    {
        var status = StepEvidence.Worst(outcome.Checks);
        return new StepEvidence
        {
            Step = step.Name,
            Model = run.Spec.Name,
            Status = status,
            Summary = status == Status.Passed ? outcome.Summary : WhyNot(outcome.Checks, status),
            Candidate = outcome.Candidate,
            Baseline = run.Champion,
            Inputs = run.Inputs,
            Checks = outcome.Checks,
            Measures = Sorted(outcome.Measures),
            Slices = outcome.Slices,
            Facts = Sorted(outcome.Facts),
            Started = watch.Started,
            DurationMs = watch.ElapsedMs,
        };
    }

    private static string WhyNot(IReadOnlyList<Check> checks, Status status) =>
        string.Join("; ", checks.Where(check => check.Required && check.Status == status).Select(check => check.Reason));

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> values) =>
        new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
