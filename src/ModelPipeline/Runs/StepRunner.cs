using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>Runs a step for a model: skips it where nothing changed, and leaves evidence whatever happens.</summary>
/// <param name="clock">The clock.</param>
/// <param name="reporter">Told what happens.</param>
public sealed class StepRunner(TimeProvider clock, IStepReporter reporter)
{
    /// <summary>Runs a step. Where its evidence cannot be written, the report is an error, and evidence of an earlier run is removed if that can be done.</summary>
    /// <param name="step">What to do.</param>
    /// <param name="run">For which model.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The step was stopped; its last evidence is untouched.</exception>
    public async Task<StepReport> RunAsync(IStep step, ModelRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(run);
        cancellation.ThrowIfCancellationRequested();
        reporter.Started(run.Spec.Id, step.Name);
        var report = await JudgeAsync(step, run, cancellation).ConfigureAwait(false);
        reporter.Finished(report);
        return report;
    }

    private async Task<StepReport> JudgeAsync(IStep step, ModelRun run, CancellationToken cancellation)
    {
        var watch = new StepWatch(clock);
        var progress = new StepProgress(reporter, run.Spec.Id, step.Name);
        try
        {
            if (NotRunReason(step, run) is { } reason)
            {
                Discard(step, run);
                return Leave(step, run, watch, StepConclusion.Unjudged(Status.NotRun, reason));
            }

            var fingerprint = Fingerprint(step, run);
            if (LastPassed(step, run, fingerprint, progress) is { } last)
                return new StepReport(run.Spec.Id, step.Name, last.Status, Unchanged(last), Skipped: true);
            var outcome = await step.RunAsync(run, progress, cancellation).ConfigureAwait(false);
            outcome = ReportFiles.Replace(run.Workspace, step.Name, outcome);
            return Leave(step, run, watch, outcome, fingerprint);
        }
        catch (Exception fault) when (!IsStop(fault, cancellation))
        {
            return Fail(step, run, watch, fault);
        }
    }

    private static bool IsStop(Exception fault, CancellationToken cancellation) =>
        fault is OperationCanceledException && cancellation.IsCancellationRequested;

    private static string? NotRunReason(IStep step, ModelRun run) =>
        step.Needs.Select(need => NotRunReason(need, run)).FirstOrDefault(reason => reason is not null);

    private static string? NotRunReason(string need, ModelRun run)
    {
        try
        {
            return run.Workspace.Evidence.Read(need) switch
            {
                null => $"{need} has not run: run it first",
                { Model: var model } when model != run.Spec.Name => $"{need} judged the model {QuotedText.Of(model)}: run it again first",
                { Status: Status.Error } => $"{need} could not judge",
                { Status: Status.NotRun } => $"{need} was not run",
                { Inputs: var inputs } when inputs != run.Inputs => $"{need} judged another {inputs.DifferenceFrom(run.Inputs)}: run it again first",
                { Baseline: var baseline } when baseline != run.Baseline => $"{need} compared with another champion: run it again first",
                _ => null,
            };
        }
        catch (InvalidDataException fault)
        {
            return $"{need} left evidence that cannot be read: {fault.Message}";
        }
    }

    private static Digest Fingerprint(IStep step, ModelRun run)
    {
        string[] shared = [step.Name, $"{run.DataDigest}", $"{run.SpecDigest}", $"{run.Baseline?.Digest}", $"{run.Baseline?.Version}", $"{run.Tool.Digest}"];
        return Digest.Of(string.Join('\n', [.. shared, .. step.Inputs(run)]));
    }

    private static StepEvidence? LastPassed(IStep step, ModelRun run, Digest fingerprint, StepProgress progress)
    {
        if (run.Options.Force)
            return null;
        try
        {
            var last = run.Workspace.Evidence.Read(step.Name);
            return last?.Status == Status.Passed && last.Fingerprint == fingerprint && ReportFiles.AreThere(run.Workspace, last) && step.CanSkip(run, last) ? last : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            progress.Report($"running again: {fault.Message}");
            return null;
        }
    }

    private static string Unchanged(StepEvidence last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Summary} (unchanged since {last.Started.UtcDateTime:yyyy-MM-dd HH:mm}Z)");

    private StepReport Fail(IStep step, ModelRun run, StepWatch watch, Exception fault)
    {
        var isInputFault = fault is InputException;
        if (!isInputFault)
            reporter.Broke(run.Spec.Id, step.Name, fault);
        var stale = FaultOf(step, run, () => Discard(step, run));
        var reason = stale is null ? fault.Message : $"{fault.Message} What an earlier run left cannot be removed: {stale}";
        return Leave(step, run, watch, StepConclusion.Unjudged(Status.Error, reason)) with { IsInputFault = isInputFault };
    }

    private StepReport Leave(IStep step, ModelRun run, StepWatch watch, StepOutcome outcome, Digest? fingerprint = null)
    {
        var conclusion = new StepConclusion(outcome);
        var report = new StepReport(run.Spec.Id, step.Name, conclusion.Status, conclusion.Summary)
        {
            IsUndecided = conclusion.Status == Status.Error && outcome.IsUndecided,
        };
        var evidence = run.Workspace.Evidence;
        if (FaultOf(step, run, () => Write(evidence, conclusion.Evidence(step, run, watch, fingerprint))) is not { } unwritten)
            return report;

        string?[] stale =
        [
            FaultOf(step, run, () => evidence.Remove(step.Name)),
            FaultOf(step, run, () => ReportFiles.Remove(run.Workspace, outcome)),
            FaultOf(step, run, () => Discard(step, run)),
        ];
        string[] faults = [$"{conclusion.Summary.TrimEnd('.')}; but the evidence of it cannot be written: {unwritten}", .. stale.OfType<string>()];
        return report with { Status = Status.Error, Reason = string.Join(" And what it left cannot be removed: ", faults) };
    }

    private static void Discard(IStep step, ModelRun run)
    {
        ReportFiles.Remove(run.Workspace, step.Name);
        step.Discard(run);
    }

    /// <summary>Writes evidence. A decision on the release that was made before a step judged anew is of other evidence, and goes.</summary>
    private static void Write(EvidenceStore store, StepEvidence evidence)
    {
        if (evidence.Step is not (StepNames.GateRelease or StepNames.ProposeRelease or StepNames.Release))
            store.Remove(StepNames.GateRelease);
        store.Write(evidence);
    }

    private string? FaultOf(IStep step, ModelRun run, Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception fault)
        {
            reporter.Broke(run.Spec.Id, step.Name, fault);
            return fault.Message;
        }
    }
}
