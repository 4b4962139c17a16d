namespace ModelPipeline.GitHub.Documents;

/// <summary>What a check run shows.</summary>
internal sealed record CheckOutput(string? Title, string? Summary, int AnnotationsCount);
