using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Packaging;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Publishes a release that the gate approves now: merge, tag, release page, image. It may be killed at any point and run again.</summary>
/// <param name="place">Where releases are published.</param>
/// <param name="gate">Judges the pull request anew.</param>
/// <param name="images">The image's registry.</param>
/// <param name="renderer">Renders the template <c>release-notes</c>.</param>
/// <param name="clock">The clock.</param>
public sealed class ReleaseStep(ReleasePlace place, IReleaseGate gate, IImageRegistry images, IDocumentRenderer renderer, TimeProvider clock) : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.Release;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var host = place.Host ?? throw new InputException("There is no host to release on: set GITHUB_REPOSITORY and GITHUB_TOKEN.");
        var number = run.Options.PullRequest ?? throw new InputException("Which pull request is to be released? Name it with --pull-request.");
        progress.Report($"judging pull request #{number}");
        var ruling = await gate.JudgeAsync(run, number, cancellation).ConfigureAwait(false);
        if (ruling.Decision != GateDecision.Approved)
            return NothingChanged(ruling.Checks, ruling.Request?.MergeCommit);
        if (ruling is not { Request: { } request, Release: { } release } || request.Number != number)
            return NothingChanged([Unprepared("the gate does not say what it approved")]);
        ReleasePlan plan;
        ReleaseFiles files;
        try
        {
            progress.Report("preparing the release");
            (plan, files) = await new ReleasePreparation(place, host, renderer).PrepareAsync(run, request, release, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or RemoteException)
        {
            return NothingChanged([Unprepared(fault.Message)]);
        }

        using (files)
            return await PublishAsync(run, host, ruling, plan, files, progress, cancellation).ConfigureAwait(false);
    }

    private async Task<StepOutcome> PublishAsync(
        ModelRun run, IReleaseHost host, GateRuling ruling, ReleasePlan plan, ReleaseFiles files, IProgress<string> progress, CancellationToken cancellation)
    {
        var observer = new ReleaseObserver(host, images, ReleasePreparation.FolderOf(run, plan.Version), clock, progress);
        var actions = new ReleaseActions(plan, host, images, files, progress);
        var result = await new ReleaseReconciler(plan, new Rejudgement(gate, run, plan, ruling), observer, actions, new Patience(clock), progress).RunAsync(cancellation).ConfigureAwait(false);
        var checks = ReleaseFindings.Checks(plan, result);
        return new StepOutcome
        {
            Summary = ReleaseFindings.Summary(plan),
            Candidate = ruling.Release?.Bundle,
            Checks = result.Reason is null ? [.. checks, await ReleaseComment.WriteAsync(host, plan, result.State!, cancellation).ConfigureAwait(false)] : checks,
            Facts = ReleaseFindings.Facts(plan, result.State),
        };
    }

    private static StepOutcome NothingChanged(IReadOnlyList<Check> checks, string? merged = null) => new()
    {
        Summary = merged is null ? "nothing was changed" : $"nothing was changed; the pull request is merged as {merged}: unless it is released already, revert that commit and propose the release again",
        Checks = checks,
    };

    private static Check Unprepared(string reason) => new()
    {
        Name = PublishingChecks.Prepared,
        Status = Status.Error,
        Reason = $"nothing was changed: {reason}",
        Hint = "propose the release again where something of it is missing",
    };
}
