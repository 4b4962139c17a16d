namespace ModelPipeline.GitHub.Documents;

/// <summary>What git knows of a commit.</summary>
internal sealed record CommitText(CommitDate Committer);
