namespace ModelPipeline.GitHub.Documents;

/// <summary>Who committed, and when.</summary>
internal sealed record CommitDate(DateTimeOffset Date);
