using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <content>What pushes and people do to it.</content>
internal sealed partial class GitHubPullRequest
{
    /// <summary>Reviews it as a person does.</summary>
    /// <param name="by">The reviewer.</param>
    /// <param name="state">The review's state, as GitHub or a test spells it; <c>PENDING</c> is not submitted.</param>
    /// <param name="commit">The commit that it is of; default: the head.</param>
    /// <param name="body">Its text.</param>
    public GitHubReview Review(GitHubAccount by, string state = "APPROVED", string? commit = null, string body = "")
    {
        lock (_github.Lock)
        {
            var review = new GitHubReview
            {
                Id = _github.NextId(),
                Author = by,
                State = state,
                Body = body,
                Commit = commit ?? Head,
                Submitted = state == "PENDING" ? null : _github.Now,
            };
            Reviews.Add(review);
            return review;
        }
    }

    /// <summary>Dismisses a review: it keeps its id and its time.</summary>
    public void Dismiss(GitHubReview review, GitHubAccount by)
    {
        lock (_github.Lock)
        {
            review.State = "DISMISSED";
            Add("review_dismissed", by);
        }
    }

    /// <summary>Closes it without merging.</summary>
    public void Close(GitHubAccount by)
    {
        lock (_github.Lock)
        {
            (IsOpen, Closed) = (false, _github.Now);
            Add("closed", by);
        }
    }

    /// <summary>Opens it again.</summary>
    public void Reopen(GitHubAccount by)
    {
        lock (_github.Lock)
        {
            (IsOpen, Closed) = (true, null);
            Add("reopened", by);
        }
    }

    /// <summary>Gives it another base branch.</summary>
    public void Retarget(string branch, GitHubAccount by)
    {
        lock (_github.Lock)
        {
            (BaseBranch, Base) = (branch, Repository.Tip(branch));
            SetPullRefs();
            Add("base_ref_changed", by);
        }
    }

    /// <summary>The head branch was pushed. A forced push of the very same patch takes the reviews with it.</summary>
    internal void Synchronise(string head, bool isForced, GitHubAccount by)
    {
        var history = Repository.History;
        var isSamePatch = isForced && history.Patch(Base, Head).SequenceEqual(history.Patch(Repository.Tip(BaseBranch), head));
        var before = Head;
        (Head, Base) = (head, Repository.Tip(BaseBranch));
        if (isForced)
            Add("head_ref_force_pushed", by, head);
        foreach (var review in Reviews.Where(review => isSamePatch && review.Commit == before))
            review.Commit = head;
        foreach (var review in Reviews.Where(review => Repository.DismissesStaleReviews && !isSamePatch && review.State == "APPROVED"))
            review.State = "DISMISSED";
        SetPullRefs();
    }

    /// <summary>The base branch was pushed: it is merged where the base has its head now.</summary>
    internal void BaseMoved(string tip, GitHubAccount by)
    {
        if (Repository.History.IsAncestor(Head, tip))
            SetMerged(tip, by);
        else
            SetPullRefs();
    }

    internal void HeadRemoved(GitHubAccount by)
    {
        Add("head_ref_deleted", by);
        if (!IsOpen)
            return;
        (IsOpen, Closed) = (false, _github.Now);
        Add("closed", by);
    }

    internal void SetMerged(string commit, GitHubAccount by)
    {
        (MergeCommit, Merged, MergedBy, IsOpen, Closed) = (commit, _github.Now, by, false, _github.Now);
        Add("merged", by, commit);
        Add("closed", by);
    }

    internal void Add(string name, GitHubAccount actor, string? commit = null)
    {
        Updated = _github.Now;
        Events.Add(new(_github.NextId(), name, actor, commit, _github.Now));
    }

    private void SetPullRefs()
    {
        var tip = Repository.Tip(BaseBranch);
        var signature = _github.WebFlow.SignatureAt(_github.Now);
        Repository.SetRef($"refs/pull/{Number}/head", Head, Author);
        TestMerge = Repository.History.MergedTree(tip, Head) is { } tree
            ? Repository.Objects.Add(new GitCommit(tree, [tip, Head], signature, signature, $"Merge {Head} into {tip}"))
            : null;
        if (TestMerge is null)
            Repository.RemoveRef($"refs/pull/{Number}/merge", Author);
        else
            Repository.SetRef($"refs/pull/{Number}/merge", TestMerge, Author);
    }
}
