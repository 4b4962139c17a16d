namespace ModelPipeline.GitHub.Documents;

/// <summary>A check run.</summary>
internal sealed record CheckRunDocument(long Id, string Name, string Status, string? Conclusion, DateTimeOffset? StartedAt, AppDocument? App, CheckOutput Output);
