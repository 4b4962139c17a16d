namespace Shared.GitHub;

/// <content>What happens where a branch or a tag changes.</content>
internal sealed partial class GitHubRepository
{
    /// <summary>Makes or moves a ref; what follows from a push follows.</summary>
    public void SetRef(string reference, string hash, GitHubAccount actor, string? activity = null)
    {
        var before = _refs.GetValueOrDefault(reference);
        if (before == hash)
            return;
        _refs[reference] = hash;
        if (!reference.StartsWith("refs/heads/", StringComparison.Ordinal))
            return;
        var branch = reference["refs/heads/".Length..];
        var isForced = before is not null && !History.IsAncestor(before, hash);
        activity ??= before is null ? "branch_creation" : isForced ? "force_push" : "push";
        Record(reference, before, hash, activity, actor);
        AddSuites(hash, branch, before, actor);
        foreach (var request in github.OpenOfHead(this, branch))
            request.Synchronise(hash, isForced, actor);
        foreach (var request in PullRequests.Where(request => request.IsOpen && request.BaseBranch == branch))
            request.BaseMoved(hash, actor);
    }

    public void RemoveRef(string reference, GitHubAccount actor)
    {
        if (!_refs.Remove(reference, out var before) || !reference.StartsWith("refs/heads/", StringComparison.Ordinal))
            return;
        Record(reference, before, null, "branch_deletion", actor);
        foreach (var request in github.OfHead(this, reference["refs/heads/".Length..]))
            request.HeadRemoved(actor);
    }

    /// <summary>The check suite of an app on a commit, made where there is none.</summary>
    public GitHubCheckSuite SuiteOf(GitHubApp app, string commit, string? branch = null, string? before = null)
    {
        if (CheckSuites.FirstOrDefault(suite => suite.App == app && suite.Commit == commit) is { } known)
            return known;
        var suite = new GitHubCheckSuite(github.NextId(), app, commit, branch, before, github.Now);
        CheckSuites.Add(suite);
        return suite;
    }

    private void AddSuites(string commit, string branch, string? before, GitHubAccount actor)
    {
        foreach (var app in Apps.Where(app => app != github.Actions || actor != github.Actions.Bot))
            SuiteOf(app, commit, branch, before);
    }

    private void Record(string reference, string? before, string? after, string type, GitHubAccount actor) => Activities.Add(new(
        github.NextId(), reference, before ?? GitHubActivity.Nothing, after ?? GitHubActivity.Nothing, type, actor, github.Now));
}
