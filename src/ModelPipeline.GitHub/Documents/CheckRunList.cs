namespace ModelPipeline.GitHub.Documents;

/// <summary>A page of check runs.</summary>
internal sealed record CheckRunList(int TotalCount, IReadOnlyList<CheckRunDocument> CheckRuns);
