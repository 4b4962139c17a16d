namespace ModelPipeline.GitHub.Documents;

/// <summary>A push.</summary>
internal sealed record ActivityDocument(long Id, string After, string Ref, DateTimeOffset Timestamp, UserDocument? Actor);
