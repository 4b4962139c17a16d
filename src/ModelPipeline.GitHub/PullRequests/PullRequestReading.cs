using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>What GitHub's documents of pull requests mean.</summary>
internal static class PullRequestReading
{
    /// <summary>A pull request.</summary>
    /// <exception cref="RemoteException">It is in no known state, or merged by no commit.</exception>
    public static PullRequest Of(PullRequestDocument document) => new()
    {
        Number = document.Number,
        IsOpen = document.State switch
        {
            "open" => true,
            "closed" => false,
            _ => throw new RemoteException(FormattableString.Invariant($"The pull request {document.Number} is in the unknown state {QuotedText.Of(document.State)}.")),
        },
        IsDraft = document.Draft,
        // An open pull request has a commit there too: a trial of its merge.
        MergeCommit = !document.Merged ? null
            : document.MergeCommitSha ?? throw new RemoteException(FormattableString.Invariant($"The pull request {document.Number} is merged, and GitHub does not say by which commit. Run it again.")),
        Author = Accounts.Of(document.User),
        Title = document.Title,
        Body = document.Body ?? string.Empty,
        HeadBranch = document.Head.Ref,
        Head = document.Head.Sha,
        HeadRepository = document.Head.Repo?.FullName,
        BaseBranch = document.Base.Ref,
        Base = document.Base.Sha,
        Commits = document.Commits,
        ChangedFiles = document.ChangedFiles,
        Page = document.HtmlUrl,
    };

    /// <summary>A changed file.</summary>
    /// <exception cref="RemoteException">It was renamed, and GitHub does not say from where.</exception>
    public static ChangedFile Of(ChangedFileDocument file) =>
        file is { Status: "renamed", PreviousFilename: null }
            ? throw new RemoteException($"GitHub does not say from where {QuotedText.Of(file.Filename)} was renamed. Run it again.")
            : new ChangedFile(file.Filename, file.PreviousFilename);
}
