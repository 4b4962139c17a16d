using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>Decides whether a candidate may be released: in a pull request from what the host says of it, else from the workspace's evidence. Changes nothing.</summary>
/// <param name="gate">Judges pull requests; <see langword="null"/> where there is no host that has any.</param>
public sealed class GateReleaseStep(IReleaseGate? gate = null) : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.GateRelease;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        if (gate is null || run.Options.PullRequest is not { } number)
            return JudgeWorkspace(run);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"reading pull request {number}"));
        return OutcomeOf(await gate.JudgeAsync(run, number, cancellation).ConfigureAwait(false), number);
    }

    private static StepOutcome OutcomeOf(GateRuling ruling, int number) => new()
    {
        Summary = Judged(ruling) is { } release ? $"{release.Version} is approved: {release.Bundle}" : "nothing is approved",
        Candidate = Judged(ruling)?.Bundle,
        Checks = ruling.Checks,
        Facts = FactsOf(ruling, number),
        Decision = DecisionRecords.Of(ruling),
    };

    private static Dictionary<string, string> FactsOf(GateRuling ruling, int number)
    {
        var facts = new Dictionary<string, string>
        {
            ["decision"] = GateDecisions.NameOf(ruling.Decision),
            ["pull_request"] = number.ToString(CultureInfo.InvariantCulture),
        };
        Add("head", ruling.Request?.Head);
        Add("base", ruling.Base);
        Add("version", Judged(ruling)?.Version);
        Add("bundle", Judged(ruling)?.Bundle.ToString());
        return facts;

        void Add(string name, string? value)
        {
            if (value is not null)
                facts[name] = value;
        }
    }

    /// <summary>What <c>release.json</c> says, where that is so: before that it is any text that somebody pushed.</summary>
    private static ReleaseDocument? Judged(GateRuling ruling) =>
        ruling.Checks.Any(check => check is { Name: HeadChecks.ReleaseName, Status: Status.Passed }) ? ruling.Release : null;

    private static StepOutcome JudgeWorkspace(ModelRun run)
    {
        var release = WorkspaceEvidence.Read(run);
        return new StepOutcome
        {
            Summary = "approved",
            Candidate = release.Candidate,
            Checks = [.. ReleaseChecks.JudgeAll(release), JudgeApprovals(run)],
        };
    }

    private static Check JudgeApprovals(ModelRun run)
    {
        var needed = run.Spec.Release.Approvals;
        return new Check
        {
            Name = ApprovalCount.CheckName,
            Status = Status.Pending,
            Limit = needed,
            Reason = $"there is no pull request to judge; in one, {ApprovalText.Needed(needed)}",
        };
    }
}
