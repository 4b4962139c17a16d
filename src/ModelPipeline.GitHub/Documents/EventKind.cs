namespace ModelPipeline.GitHub.Documents;

/// <summary>An event of a pull request's timeline; not every kind has a time.</summary>
internal sealed record EventKind(string Event, DateTimeOffset? CreatedAt = null);
