namespace ModelPipeline.GitHub.Documents;

/// <summary>Something by its hash.</summary>
internal sealed record HashDocument(string Sha);
