using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <content>What tests do here in place of people.</content>
internal sealed partial class GitHubRepository
{
    /// <summary>Gives an account a permission.</summary>
    public GitHubRepository Grant(GitHubAccount account, GitHubAccess access)
    {
        lock (github.Lock)
            Access[account.Id] = access;
        return this;
    }

    /// <summary>Pushes one commit to a branch; a branch that is not there starts at the default branch's tip.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="files">The files that differ from the parent's.</param>
    /// <param name="by">Who pushes.</param>
    /// <param name="author">Who the commit says wrote it; default: who pushes, now.</param>
    /// <param name="committer">Who the commit says committed it; default: the author.</param>
    /// <param name="message">The commit's message.</param>
    /// <returns>The commit's hash.</returns>
    public string Push(string branch, PushedFiles files, GitHubAccount by, GitSignature? author = null, GitSignature? committer = null, string message = "A change")
    {
        lock (github.Lock)
            return PushOnto(Resolve("refs/heads/" + branch) ?? Resolve(DefaultBranch), branch, files, by, author, committer, message);
    }

    /// <summary>Replaces what a branch has beyond a commit by one commit; by default beyond where it left the default branch.</summary>
    public string ForcePush(
        string branch, PushedFiles files, GitHubAccount by, string? onto = null, GitSignature? author = null, GitSignature? committer = null, string message = "A change")
    {
        lock (github.Lock)
            return PushOnto(onto ?? History.MergeBase(Tip(DefaultBranch), Tip(branch)), branch, files, by, author, committer, message);
    }

    /// <summary>Moves a branch to a commit that is there, forced or not.</summary>
    public void PushCommit(string branch, string commit, GitHubAccount by)
    {
        lock (github.Lock)
            SetRef("refs/heads/" + branch, commit, by);
    }

    /// <summary>Tags a commit: annotated where there is a message, else lightweight.</summary>
    /// <returns>What the tag's ref holds.</returns>
    public string Tag(string name, string commit, GitHubAccount by, string? message = null)
    {
        lock (github.Lock)
        {
            var target = message is null ? commit : Objects.Add(new GitTagObject(commit, "commit", name, by.SignatureAt(github.Now), message));
            SetRef("refs/tags/" + name, target, by);
            return target;
        }
    }

    /// <summary>Removes a branch.</summary>
    public void DeleteBranch(string branch, GitHubAccount by)
    {
        lock (github.Lock)
            RemoveRef("refs/heads/" + branch, by);
    }

    /// <summary>Opens a pull request.</summary>
    /// <param name="head">The branch that it comes from.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="from">The fork that the branch is in; default: here.</param>
    /// <param name="into">The branch that it is to be merged into; default: the default branch.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its body.</param>
    /// <param name="isDraft">Whether it is a draft.</param>
    public GitHubPullRequest OpenPullRequest(
        string head, GitHubAccount by, GitHubRepository? from = null, string? into = null, string title = "A change", string? body = null, bool isDraft = false)
    {
        lock (github.Lock)
        {
            var request = new GitHubPullRequest(this, github.NextId(), NextNumber(), by, from ?? this, head, into ?? DefaultBranch)
            {
                Title = title,
                Body = body,
                IsDraft = isDraft,
            };
            PullRequests.Add(request);
            return request;
        }
    }

    /// <summary>Writes a check run as an app does, by default GitHub Actions; without a conclusion it still runs.</summary>
    public GitHubCheckRun CheckRun(string commit, string name, string? conclusion = "success", GitHubApp? app = null)
    {
        lock (github.Lock)
        {
            var run = new GitHubCheckRun
            {
                Id = github.NextId(),
                Suite = SuiteOf(app ?? github.Actions, commit),
                Name = name,
                Status = conclusion is null ? "in_progress" : "completed",
                Conclusion = conclusion,
                Started = github.Now,
                Completed = conclusion is null ? null : github.Now,
            };
            CheckRuns.Add(run);
            return run;
        }
    }

    /// <summary>Writes a commit status.</summary>
    public GitHubStatus Status(string commit, string context, string state, GitHubAccount by, string? description = null, string? targetUrl = null)
    {
        lock (github.Lock)
        {
            var status = new GitHubStatus(github.NextId(), commit, context, state, description, targetUrl, by, github.Now);
            Statuses.Add(status);
            return status;
        }
    }

    /// <summary>Writes a comment in a pull request.</summary>
    public GitHubComment Comment(int issue, string body, GitHubAccount by, GitHubApp? app = null)
    {
        lock (github.Lock)
        {
            var comment = new GitHubComment
            {
                Id = github.NextId(), Issue = issue, Author = by, App = app, Body = body, Created = github.Now, Updated = github.Now,
            };
            Comments.Add(comment);
            return comment;
        }
    }

    /// <summary>A fork with the same commits.</summary>
    public GitHubRepository Fork(GitHubAccount by)
    {
        lock (github.Lock)
        {
            var fork = github.AddRepository(by, Name, this);
            foreach (var (reference, hash) in _refs.Where(item => item.Key.StartsWith("refs/heads/", StringComparison.Ordinal)))
                fork._refs[reference] = hash;
            return fork;
        }
    }

    /// <summary>Removes the repository; pull requests that come from it stay, with a head without a repository.</summary>
    public void Delete()
    {
        lock (github.Lock)
            IsDeleted = true;
    }

    internal int NextNumber() => PullRequests.Count + 1;

    private string PushOnto(
        string? parent, string branch, PushedFiles files, GitHubAccount by, GitSignature? author, GitSignature? committer, string message)
    {
        var all = parent is null ? new(StringComparer.Ordinal) : Objects.FilesOf(parent);
        foreach (var (path, content) in files)
        {
            if (content is null)
                all.Remove(path);
            else
                all[path] = new(GitEntry.File, Objects.Add(new GitBlob(content)));
        }

        author ??= by.SignatureAt(github.Now);
        var commit = Objects.Add(new GitCommit(Objects.WriteTree(all), parent is null ? [] : [parent], author, committer ?? author, message));
        SetRef("refs/heads/" + branch, commit, by);
        return commit;
    }
}
