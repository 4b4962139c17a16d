namespace ModelPipeline.GitHub.Documents;

/// <summary>A page of check suites.</summary>
internal sealed record CheckSuiteList(int TotalCount, IReadOnlyList<CheckSuiteDocument> CheckSuites);
