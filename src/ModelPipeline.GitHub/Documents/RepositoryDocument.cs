namespace ModelPipeline.GitHub.Documents;

/// <summary>A repository. How it merges is told only to those who may.</summary>
internal sealed record RepositoryDocument(string DefaultBranch, bool? AllowMergeCommit = null, bool? AllowSquashMerge = null, bool? AllowRebaseMerge = null);
