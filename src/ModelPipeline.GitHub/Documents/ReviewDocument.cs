namespace ModelPipeline.GitHub.Documents;

/// <summary>A review; one that is not submitted has no time.</summary>
internal sealed record ReviewDocument(long Id, UserDocument? User, string State, string? CommitId, DateTimeOffset? SubmittedAt = null);
