using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Approvals.Owners;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Reading;

/// <summary>Reads everything that decides whether people approved a pull request.</summary>
/// <param name="host">Where it is.</param>
internal sealed class FactsReader(IReleaseHost host)
{
    /// <summary>The files that a pull request changes.</summary>
    /// <exception cref="RemoteException">They cannot be read.</exception>
    /// <exception cref="InvalidDataException">The list is not whole.</exception>
    public async Task<IReadOnlyList<ChangedFile>> ReadFilesAsync(PullRequest request, CancellationToken cancellation) =>
        Whole(await host.PullRequests.ChangedFilesAsync(request.Number, cancellation).ConfigureAwait(false), request.ChangedFiles, "changed files");

    /// <summary>Reads the rest.</summary>
    /// <exception cref="RemoteException">Something cannot be read; of permissions and teams, that is a fact like any other.</exception>
    /// <exception cref="InvalidDataException">A list is not whole.</exception>
    public async Task<ApprovalFacts> ReadAsync(ModelRun run, PullRequest request, ReleaseBase at, ReleaseHead head, CancellationToken cancellation)
    {
        var requests = host.PullRequests;
        var reviews = await requests.ReviewsAsync(request.Number, cancellation).ConfigureAwait(false);
        return new ApprovalFacts
        {
            Request = request,
            ReleaseBranch = await host.Git.DefaultBranchAsync(cancellation).ConfigureAwait(false),
            Reviews = reviews,
            Commits = Whole(await requests.CommitsAsync(request.Number, cancellation).ConfigureAwait(false), request.Commits, "commits"),
            Files = head.Changed,
            Arrival = await requests.ArrivalAsync(request, cancellation).ConfigureAwait(false),
            Checks = await requests.ChecksAsync(request.Head, cancellation).ConfigureAwait(false),
            Permissions = await ReadPermissionsAsync(reviews, cancellation).ConfigureAwait(false),
            Proposers = head.Document?.Proposers?.Select(Account).ToArray(),
            Changes = await ReadChangesAsync(run, at, cancellation).ConfigureAwait(false),
            CodeOwners = at.CodeOwners,
            Teams = at.Spec.Release.CodeOwners ? await ReadTeamsAsync(at.CodeOwners, cancellation).ConfigureAwait(false) : new Dictionary<string, IReadOnlyList<Account>?>(),
        };
    }

    private static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> list, int expected, string what) => list.Count == expected
        ? list
        : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"the pull request has {expected} {what}, {list.Count} of them were read"));

    private async Task<IReadOnlyDictionary<long, Permission?>> ReadPermissionsAsync(IReadOnlyList<Review> reviews, CancellationToken cancellation)
    {
        var permissions = new Dictionary<long, Permission?>();
        foreach (var opinion in Opinions.Of(reviews).Where(opinion => (opinion.Approval ?? opinion.Objection) is not null))
            permissions[opinion.Reviewer.Id] = await ReadPermissionAsync(opinion.Reviewer.Login, cancellation).ConfigureAwait(false);
        return permissions;
    }

    private async Task<Permission?> ReadPermissionAsync(string login, CancellationToken cancellation)
    {
        try
        {
            return await host.PullRequests.PermissionAsync(login, cancellation).ConfigureAwait(false);
        }
        catch (RemoteException)
        {
            return null;
        }
    }

    private static Account Account(ReleaseProposer proposer) =>
        new(proposer.Id, proposer.Login, IsBot: proposer.Login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The commits of the base that touch the model's folder and that the champion was not made from. Where the champion came from another file than this release, also those
    /// that touch the files of this recipe and that no release of it was made from: they lie below the champion, and nothing of them was released.
    /// </summary>
    private async Task<IReadOnlyList<AuthoredCommit>> ReadChangesAsync(ModelRun run, ReleaseBase at, CancellationToken cancellation)
    {
        var all = await host.PullRequests.HistoryAsync(run.RepositoryFolder, at.Commit, cancellation).ConfigureAwait(false);
        if (at is not { Champion: { } champion, ChampionDocument: { } document })
            return all;
        var released = await ReadReleasedAsync(run, at, champion.Version, document, cancellation).ConfigureAwait(false);
        var changes = all.Where(commit => !released.Contains(commit.Hash));
        return document.Challenger == at.Spec.Challenger?.Name
            ? [.. changes]
            : [.. changes.Concat(await ReadRecipeAsync(run, at, cancellation).ConfigureAwait(false)).DistinctBy(commit => commit.Hash)];
    }

    /// <summary>The commits that touch the files of a recipe, and that its newest release was not made from.</summary>
    private async Task<IReadOnlyList<AuthoredCommit>> ReadRecipeAsync(ModelRun run, ReleaseBase at, CancellationToken cancellation)
    {
        var released = at.OfRecipe is { } last ? await ReadReleasedAsync(run, at, last.Version.ToString(), last.Document, cancellation).ConfigureAwait(false) : [];
        var commits = new List<AuthoredCommit>();
        foreach (var file in run.Engines[at.Spec.Train.Engine].Files(at.Spec.Train.Parameters).Prepend(at.Spec.File))
            commits.AddRange(await host.PullRequests.HistoryAsync($"{run.RepositoryFolder}/{file}", at.Commit, cancellation).ConfigureAwait(false));
        return [.. commits.Where(commit => !released.Contains(commit.Hash))];
    }

    /// <summary>The commits that a release was made from, by their hashes.</summary>
    private async Task<HashSet<string>> ReadReleasedAsync(ModelRun run, ReleaseBase at, string version, ReleaseDocument document, CancellationToken cancellation)
    {
        var known = await ReadHistoryAsync(run, await BeforeAsync(run, at, version, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (document.Commit is { } trained)
            known.IntersectWith(await ReadHistoryAsync(run, trained, cancellation).ConfigureAwait(false));
        return known;
    }

    /// <summary>The commit that a version's <c>release.json</c> was added on top of; <see langword="null"/> where it came with the first one.</summary>
    private async Task<string?> BeforeAsync(ModelRun run, ReleaseBase at, string version, CancellationToken cancellation)
    {
        var path = $"{ReleasePaths.Root(run)}/{version}/{ReleaseDocument.FileName}";
        var added = (await host.PullRequests.HistoryAsync(path, at.Commit, cancellation).ConfigureAwait(false)).LastOrDefault()
            ?? throw new InvalidDataException($"no commit is known that added {path}");
        return (await host.PullRequests.ParentsAsync(added.Hash, cancellation).ConfigureAwait(false)).FirstOrDefault();
    }

    /// <summary>The commits up to one that touch the model's folder; none where the host does not know that one.</summary>
    private async Task<HashSet<string>> ReadHistoryAsync(ModelRun run, string? commit, CancellationToken cancellation)
    {
        if (commit is null)
            return [];
        try
        {
            return [.. (await host.PullRequests.HistoryAsync(run.RepositoryFolder, commit, cancellation).ConfigureAwait(false)).Select(known => known.Hash)];
        }
        catch (RemoteException fault) when (fault.Status is 404 or 422)
        {
            return [];
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<Account>?>> ReadTeamsAsync(byte[]? codeOwners, CancellationToken cancellation)
    {
        var teams = new Dictionary<string, IReadOnlyList<Account>?>(StringComparer.Ordinal);
        foreach (var team in TeamsIn(codeOwners))
            teams[team.Key] = await ReadTeamAsync(team, cancellation).ConfigureAwait(false);
        return teams;
    }

    private async Task<IReadOnlyList<Account>?> ReadTeamAsync(CodeOwnersTeam team, CancellationToken cancellation)
    {
        try
        {
            return await host.PullRequests.TeamMembersAsync(team.Organisation, team.Name, cancellation).ConfigureAwait(false);
        }
        catch (RemoteException)
        {
            return null;
        }
    }

    /// <summary>The teams that own something; none where the file is at fault, which is judged later.</summary>
    private static IEnumerable<CodeOwnersTeam> TeamsIn(byte[]? codeOwners)
    {
        try
        {
            return codeOwners is null ? [] : CodeOwnersFile.Read(codeOwners).Owners.Select(CodeOwnersTeam.Of).OfType<CodeOwnersTeam>();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
