using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <summary>A repository: its settings and what is in it. Controls of tests are in its other parts.</summary>
internal sealed partial class GitHubRepository(GitHubDouble github, long id, GitHubAccount owner, string name)
{
    private readonly SortedDictionary<string, string> _refs = new(StringComparer.Ordinal);

    public GitHubDouble GitHub => github;

    public long Id => id;

    public GitHubAccount Owner => owner;

    public string Name => name;

    public string FullName => $"{owner.Login}/{name}";

    public DateTimeOffset Created { get; } = github.Now;

    /// <summary>The repository that it was forked from.</summary>
    public GitHubRepository? Parent { get; init; }

    public bool IsPrivate { get; set; }

    public bool IsDeleted { get; private set; }

    public string DefaultBranch { get; set; } = "main";

    public bool AllowsMergeCommits { get; set; } = true;

    public bool AllowsSquashing { get; set; } = true;

    public bool AllowsRebasing { get; set; } = true;

    public bool DeletesMergedBranches { get; set; }

    /// <summary>Whether a push dismisses approvals.</summary>
    /// <value>Default: false, as on GitHub.</value>
    public bool DismissesStaleReviews { get; set; }

    /// <summary>Whether a release's tag and assets are fixed once it is published.</summary>
    public bool HasImmutableReleases { get; set; }

    /// <summary>How many approvals the default branch's protection asks for.</summary>
    public int RequiredApprovals { get; set; }

    /// <summary>The checks that the default branch's protection asks for.</summary>
    public IReadOnlyList<string> RequiredChecks { get; set; } = [];

    /// <summary>How many entries a recursive tree has at most; more are cut off.</summary>
    public int TreeLimit { get; set; } = 100_000;

    /// <summary>The apps that get a check suite for every push. GitHub Actions gets none for what its own token pushed.</summary>
    public List<GitHubApp> Apps { get; } = [github.Actions];

    /// <summary>The workflow files, and whether each can be dispatched.</summary>
    public Dictionary<string, bool> Workflows { get; } = new() { ["ci.yml"] = true };

    public Dictionary<long, GitHubAccess> Access { get; } = [];

    public IReadOnlyDictionary<string, string> Refs => _refs;

    public List<GitHubPullRequest> PullRequests { get; } = [];

    public List<GitHubComment> Comments { get; } = [];

    public List<GitHubCheckSuite> CheckSuites { get; } = [];

    public List<GitHubCheckRun> CheckRuns { get; } = [];

    public List<GitHubStatus> Statuses { get; } = [];

    public List<GitHubActivity> Activities { get; } = [];

    public List<GitHubDispatch> Dispatches { get; } = [];

    public List<GitHubRelease> Releases { get; } = [];

    /// <summary>Tags of immutable releases that are gone: never to be used again.</summary>
    public HashSet<string> SpentTags { get; } = [];

    public ObjectStore Objects => github.Objects;

    public History History => github.History;

    /// <summary>What an account may do here.</summary>
    public GitHubAccess AccessOf(GitHubAccount account) =>
        account.Id == owner.Id ? GitHubAccess.Admin
        : Access.TryGetValue(account.Id, out var access) ? access
        : IsPrivate ? GitHubAccess.None : GitHubAccess.Read;

    /// <summary>What a token may do here.</summary>
    public GitHubAccess AccessOf(GitHubToken? token) => token switch
    {
        null or { Access: GitHubAccess.None } => IsPrivate ? GitHubAccess.None : GitHubAccess.Read,
        { Access: { } access } => access,
        _ => AccessOf(token.Account),
    };

    /// <summary>The commit that a hash, a branch or a tag means; <see langword="null"/> where it means none.</summary>
    public string? Resolve(string revision)
    {
        var hash = _refs.GetValueOrDefault(revision) ?? _refs.GetValueOrDefault("refs/" + revision)
            ?? _refs.GetValueOrDefault("refs/heads/" + revision) ?? _refs.GetValueOrDefault("refs/tags/" + revision) ?? revision;
        return Objects.Peel(hash);
    }

    /// <summary>The commit at a branch's tip.</summary>
    public string Tip(string branch) => _refs["refs/heads/" + branch];
}
