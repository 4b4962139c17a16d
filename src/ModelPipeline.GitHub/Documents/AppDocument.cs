namespace ModelPipeline.GitHub.Documents;

/// <summary>An app.</summary>
internal sealed record AppDocument(string Slug);
