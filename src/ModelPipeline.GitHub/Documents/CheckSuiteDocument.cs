namespace ModelPipeline.GitHub.Documents;

/// <summary>A check suite.</summary>
internal sealed record CheckSuiteDocument(long Id, string HeadSha, DateTimeOffset? CreatedAt);
