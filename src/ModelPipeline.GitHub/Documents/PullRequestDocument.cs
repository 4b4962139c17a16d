namespace ModelPipeline.GitHub.Documents;

/// <summary>A pull request.</summary>
internal sealed record PullRequestDocument(int Number, string State, bool Draft, bool Merged, string? MergeCommitSha, string Title, string? Body, UserDocument? User, BranchEnd Head, BranchEnd Base, int Commits, int ChangedFiles, string HtmlUrl);
