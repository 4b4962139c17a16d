namespace ModelPipeline.GitHub.Documents;

/// <summary>A commit object.</summary>
internal sealed record GitCommitDocument(string Sha, HashDocument Tree, IReadOnlyList<HashDocument> Parents);
