using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <summary>A pull request: what it is. What happens to it is in its other parts.</summary>
internal sealed partial class GitHubPullRequest
{
    private readonly GitHubDouble _github;

    public GitHubPullRequest(GitHubRepository repository, long id, int number, GitHubAccount author, GitHubRepository from, string head, string into)
    {
        (_github, Repository, Id, Number, Author) = (repository.GitHub, repository, id, number, author);
        (HeadRepository, HeadBranch, BaseBranch) = (from, head, into);
        (Head, Base) = (from.Tip(head), repository.Tip(into));
        Created = Updated = _github.Now;
        SetPullRefs();
    }

    public GitHubRepository Repository { get; }

    public long Id { get; }

    public int Number { get; }

    public GitHubAccount Author { get; }

    public required string Title { get; set; }

    public required string? Body { get; set; }

    public required bool IsDraft { get; set; }

    public bool IsOpen { get; set; } = true;

    public GitHubRepository HeadRepository { get; }

    public string HeadBranch { get; }

    /// <summary>The commit at the head.</summary>
    public string Head { get; private set; }

    public string BaseBranch { get; set; }

    /// <summary>The base branch's tip when the head last changed.</summary>
    public string Base { get; set; }

    /// <summary>The commit that merged it.</summary>
    public string? MergeCommit { get; private set; }

    /// <summary>The commit that merging it now would make, on no branch; <see langword="null"/> where it conflicts.</summary>
    public string? TestMerge { get; private set; }

    public DateTimeOffset? Merged { get; private set; }

    public GitHubAccount? MergedBy { get; private set; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset Updated { get; set; }

    public DateTimeOffset? Closed { get; set; }

    public List<GitHubReview> Reviews { get; } = [];

    public List<GitHubEvent> Events { get; } = [];

    public bool IsMerged => MergeCommit is not null;

    /// <summary>Its commits, oldest first.</summary>
    public IReadOnlyList<string> Commits => Repository.History.Range(Base, Head);

    public IReadOnlyList<GitChange> Changes => Repository.History.Patch(Base, Head);
}
