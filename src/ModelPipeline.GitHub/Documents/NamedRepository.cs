namespace ModelPipeline.GitHub.Documents;

/// <summary>A repository by its name.</summary>
internal sealed record NamedRepository(string FullName);
