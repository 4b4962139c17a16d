namespace ModelPipeline.GitHub.Documents;

/// <summary>A pull request in a list, which leaves counts out.</summary>
internal sealed record PullRequestNumber(int Number);
