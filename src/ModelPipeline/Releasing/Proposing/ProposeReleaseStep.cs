using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Proposes the release of the candidate: its folder in one commit on a branch, and a pull request. Running it again changes nothing.</summary>
/// <param name="place">Where releases are proposed.</param>
/// <param name="renderer">Renders the template <c>pull-request</c>.</param>
/// <param name="workflow">The workflow that is started on the branch.</param>
public sealed class ProposeReleaseStep(ReleasePlace place, IDocumentRenderer renderer, string workflow = ProposeReleaseStep.DefaultWorkflow) : IStep
{
    /// <summary>The file name of the workflow whose checks a release usually needs.</summary>
    public const string DefaultWorkflow = "ci.yml";

    private const int MostTries = 3;

    /// <inheritdoc/>
    public string Name => StepNames.ProposeRelease;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var checks = ReleaseChecks.JudgeAll(run);
        if (StepEvidence.Worst(checks) != Status.Passed)
            return new StepOutcome { Summary = "not proposed", Checks = checks };
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ProposeAsync(run, checks, progress, cancellation).ConfigureAwait(false);
            }
            catch (RemoteException fault) when (fault.MayHaveHappened && tries < MostTries)
            {
                progress.Report($"looking again at what is there: {fault.Message}");
            }
        }
    }

    /// <summary>Reads what is there before each change, so that it may be repeated at any point.</summary>
    private async Task<StepOutcome> ProposeAsync(ModelRun run, IReadOnlyList<Check> checks, IProgress<string> progress, CancellationToken cancellation)
    {
        var candidate = run.OpenCandidate();
        var target = await ReleaseTarget.ReadAsync(run, place.Git, cancellation).ConfigureAwait(false);
        var plan = await VersionPlanner.PlanAsync(run, candidate, place.Git, cancellation).ConfigureAwait(false);
        var proposal = ReleaseProposal.Of(run, plan, candidate.Digest, await ProposersAsync(run, cancellation).ConfigureAwait(false));
        var branch = new ReleaseBranch(place.Git, ReleasePaths.Branch(run, plan.Version), ReleasePaths.Folder(run, plan.Version));
        var request = place.Host is null ? null : new ReleasePullRequest(place.Host.PullRequests, branch.Name, target.Branch);
        var open = request is null ? null : await request.FindAsync(cancellation).ConfigureAwait(false);

        var found = await branch.ReadAsync(cancellation).ConfigureAwait(false);
        if (open is not null && found is not null && found.Folder.Document.Challenger != run.Spec.Challenger?.Name)
            throw new InputException($"Pull request {ReleasePullRequest.NameOf(open)} proposes {plan.Version} of {Recipe(run, found.Folder.Document.Challenger)} already, and this would be of {Recipe(run, run.Spec.Challenger?.Name)}: release or close that one first.");

        progress.Report("storing the artifacts");
        var store = place.Artifacts(ReleaseTag.Of(run.Spec.Name, plan.Version));
        foreach (var file in proposal.Stored)
            await file.PutAsync(store, cancellation).ConfigureAwait(false);

        var isKept = found is not null && proposal.IsSameAs(found.Folder.Document)
            && (place.Host is null || await IsOursAsync(open, found, cancellation).ConfigureAwait(false));
        if (!isKept)
            progress.Report($"committing to {branch.Name}");
        var release = isKept ? found! : await branch.WriteAsync(target, proposal.Folder, cancellation).ConfigureAwait(false);
        var isNew = release.Commit != found?.Commit;
        var outcome = new ProposalFindings(run, plan.Version, checks, branch.Name, release);
        if (request is null)
            return outcome.WithoutPullRequest();

        progress.Report("writing the pull request");
        var body = PullRequestBody.Render(renderer, Document(run, plan.Version, release), cancellation);
        var written = await request.WriteAsync(open, $"Release {run.Spec.Name} {plan.Version}", body, cancellation).ConfigureAwait(false);
        var started = await new WorkflowStart(place.Host!, workflow).RunAsync(branch.Name, release, isNew, cancellation).ConfigureAwait(false);
        return outcome.WithPullRequest(written, started);
    }

    /// <summary>Who triggered the proposal, each by the account's number: the gate takes no login for an account. A bot without one may not be known to the host; one that may not approve need not be ruled out.</summary>
    private async Task<IReadOnlyList<ReleaseProposer>> ProposersAsync(ModelRun run, CancellationToken cancellation)
    {
        var proposers = new List<ReleaseProposer>();
        if (place.Host is not { } host)
            return proposers;
        foreach (var actor in place.Actors.Where(actor => actor.Id != 0 || !actor.IsBot || run.Spec.Release.Bots.Contains(actor.Login, StringComparer.OrdinalIgnoreCase)))
        {
            var id = actor.Id != 0 ? actor.Id : (await host.PullRequests.PermissionAsync(actor.Login, cancellation).ConfigureAwait(false)).AccountId;
            proposers.Add(new ReleaseProposer(id, actor.Login));
        }

        return proposers;
    }

    /// <summary>Whether this token's own account pushed what the open pull request holds, and it holds the release alone. Of what somebody else pushed, or nobody knows who, not one figure is believed.</summary>
    private async Task<bool> IsOursAsync(PullRequest? open, ProposedRelease found, CancellationToken cancellation) =>
        place.Host is { } host
        && open is not null
        && open.Head == found.Commit
        && open.Commits == 1
        && open.ChangedFiles == found.Folder.Files.Count
        && (await host.PullRequests.ArrivalAsync(open, cancellation).ConfigureAwait(false)).Pushers.FirstOrDefault() is { } pusher
        && await host.Reports.IsOwnAsync(pusher, cancellation).ConfigureAwait(false);

    private static string Recipe(ModelRun run, string? challenger) =>
        $"{run.RepositoryFolder}/{(challenger is null ? ModelFolders.SpecName : QuotedText.Escape(ChallengerFiles.Within(challenger)))}";

    private PullRequestDocument Document(ModelRun run, SemanticVersion version, ProposedRelease release) => PullRequestBuilder.Build(
        run.Spec,
        release.Folder.Document,
        release.Evidence,
        release.Commit,
        ReleaseTag.Of(run.Spec.Name, version),
        ReleaseLinks.Of(place.Host!, release, ReleasePaths.Folder(run, version)));
}
