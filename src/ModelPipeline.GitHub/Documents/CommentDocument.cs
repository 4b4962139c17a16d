namespace ModelPipeline.GitHub.Documents;

/// <summary>A comment.</summary>
internal sealed record CommentDocument(long Id, string? Body, UserDocument? User);
