namespace ModelPipeline.GitHub.Documents;

/// <summary>A commit status.</summary>
internal sealed record StatusDocument(long Id, string State, string Context, UserDocument? Creator, DateTimeOffset CreatedAt);
