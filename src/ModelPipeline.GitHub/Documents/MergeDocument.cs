namespace ModelPipeline.GitHub.Documents;

/// <summary>A merge that was done.</summary>
internal sealed record MergeDocument(string Sha, bool Merged);
