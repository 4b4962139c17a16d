namespace ModelPipeline.GitHub.Documents;

/// <summary>A tag object.</summary>
internal sealed record TagDocument(string Sha, string Message, TaggerDocument? Tagger, RefTarget Object);
