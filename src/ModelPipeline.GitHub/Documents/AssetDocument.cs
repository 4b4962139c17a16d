namespace ModelPipeline.GitHub.Documents;

/// <summary>An asset; older servers tell no digest.</summary>
internal sealed record AssetDocument(long Id, string Name, string State, long Size, DateTimeOffset CreatedAt, string? Digest = null);
