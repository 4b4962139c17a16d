namespace ModelPipeline.GitHub.Documents;

/// <summary>A file's content.</summary>
internal sealed record BlobDocument(string Content, string Encoding, long Size);
