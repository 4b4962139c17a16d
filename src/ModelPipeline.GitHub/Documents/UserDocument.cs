namespace ModelPipeline.GitHub.Documents;

/// <summary>An account.</summary>
internal sealed record UserDocument(long Id, string Login, string Type);
