namespace ModelPipeline.Registry;

/// <summary>A file of a release that is stored beside the repository.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ReleaseArtifact(Digest Digest, long Bytes);
