using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Approvals.Owners;
using ModelPipeline.Releasing.Hosts;
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
            Proposers = head.Folder is null ? [] : await ReadProposersAsync(head.Document?.Proposers, cancellation).ConfigureAwait(false),
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

    /// <summary>The accounts of who triggered the proposal. Where only a login is known, its account's number is looked up: a login can be given away.</summary>
    private async Task<IReadOnlyList<Account>?> ReadProposersAsync(IReadOnlyList<ReleaseProposer>? proposers, CancellationToken cancellation)
    {
        if (proposers is null)
            return null;
        var accounts = new List<Account>();
        foreach (var (id, login) in proposers)
        {
            var isBot = login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase);
            var number = id != 0 || isBot ? id : (await ReadPermissionAsync(login, cancellation).ConfigureAwait(false))?.AccountId;
            if (number is not { } known)
                return null;
            accounts.Add(new Account(known, login, isBot));
        }

        return accounts;
    }

    /// <summary>The commits that touch the model and that the champion was not made from: those of the base that the champion's commit does not have below it.</summary>
    private async Task<IReadOnlyList<AuthoredCommit>> ReadChangesAsync(ModelRun run, ReleaseBase at, CancellationToken cancellation)
    {
        var all = await host.PullRequests.HistoryAsync(run.RepositoryFolder, at.Commit, null, cancellation).ConfigureAwait(false);
        if (at.Champion is not { } champion)
            return all;
        var path = $"{run.RepositoryFolder}/releases/{champion.Version}/{ReleaseDocument.FileName}";
        var added = (await host.PullRequests.HistoryAsync(path, at.Commit, null, cancellation).ConfigureAwait(false)).LastOrDefault()
            ?? throw new InvalidDataException($"no commit is known that added {path}");
        var released = await host.PullRequests.HistoryAsync(run.RepositoryFolder, added.Hash, null, cancellation).ConfigureAwait(false);
        return [.. all.ExceptBy(released.Select(commit => commit.Hash), commit => commit.Hash)];
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
