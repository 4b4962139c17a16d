using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing;

/// <summary>Decides from the evidence whether the candidate may be released. Changes nothing.</summary>
public sealed class GateReleaseStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.GateRelease;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        var evidence = StepNames.Required.ToDictionary(step => step, run.Workspace.Evidence.Read);
        var candidate = evidence[StepNames.Train]?.Candidate;
        return Task.FromResult(new StepOutcome
        {
            Summary = "approved",
            Candidate = candidate,
            Checks =
            [
                .. evidence.Select(step => JudgeEvidence(run, step.Key, step.Value, candidate)),
                JudgeBundle(run, candidate),
                JudgeCard(run, evidence[StepNames.ModelCard]),
                JudgeFirst(run),
                JudgeApprovals(run),
            ],
        });
    }

    private static Check JudgeEvidence(ModelRun run, string step, StepEvidence? evidence, Digest? candidate)
    {
        var (status, reason) = evidence switch
        {
            null => (Status.Error, $"{step} left no evidence: run the target Verify"),
            _ when evidence.Model != run.Spec.Name => (Status.Failed, $"{step} judged the model '{QuotedText.Escape(evidence.Model, 63)}'"),
            _ when evidence.Inputs != run.Inputs => (Status.Failed, $"{step} judged another data file, spec or tool: run the target Verify"),
            _ when step != StepNames.ValidateData && evidence.Candidate != candidate => (Status.Failed, $"{step} judged another bundle: run the target Verify"),
            { Status: Status.Passed } => (Status.Passed, $"{step} passed"),
            { Status: Status.NoBaseline } when run.Spec.Release.First => (Status.Passed, $"{step} has no champion to compare with, which release.first allows"),
            { Status: Status.Failed or Status.NoBaseline } => (Status.Failed, $"{step}: {evidence.Summary}"),
            _ => (Status.Error, $"{step}: {evidence.Summary}"),
        };
        return new Check { Name = $"evidence.{step}", Status = status, Reason = reason };
    }

    private static Check JudgeBundle(ModelRun run, Digest? candidate)
    {
        var found = Directory.Exists(run.Workspace.Bundle) ? BundleDigest.Of(run.Workspace.Bundle) : (Digest?)null;
        return found is not null && found == candidate
            ? new Check { Name = "bundle", Status = Status.Passed, Reason = "the bundle is the one that was judged" }
            : new Check { Name = "bundle", Status = Status.Failed, Reason = $"the bundle is {found?.ToString() ?? "absent"}, the evidence is of {candidate?.ToString() ?? "none"}" };
    }

    private static Check JudgeCard(ModelRun run, StepEvidence? evidence)
    {
        var found = File.Exists(run.Workspace.ModelCard) ? Digest.OfFile(run.Workspace.ModelCard).ToString() : null;
        return found is not null && found == evidence?.Facts.GetValueOrDefault(Cards.ModelCardStep.DigestFact)
            ? new Check { Name = "model_card", Status = Status.Passed, Reason = "the model card is the one that was rendered" }
            : new Check { Name = "model_card", Status = Status.Failed, Reason = found is null ? "there is no model card" : "the model card was changed after it was rendered" };
    }

    private static Check JudgeFirst(ModelRun run)
    {
        var allowed = run.Champion is not null || run.Spec.Release.First;
        return new Check
        {
            Name = "champion",
            Status = allowed ? Status.Passed : Status.Failed,
            Reason = run.Champion is { } champion ? $"the champion is {champion.Version}"
                : allowed ? "there is no champion, which release.first allows"
                : "there is no champion to compare with",
            Hint = allowed ? null : "set release.first: true in model.yaml for a model's very first release",
        };
    }

    private static Check JudgeApprovals(ModelRun run)
    {
        var needed = run.Spec.Release.Approvals;
        return new Check
        {
            Name = "approvals",
            Status = Status.Pending,
            Limit = needed,
            Reason = $"there is no pull request to read approvals from; {needed} {(needed == 1 ? "is" : "are")} needed",
        };
    }
}
