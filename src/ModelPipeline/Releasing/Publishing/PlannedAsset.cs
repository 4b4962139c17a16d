namespace ModelPipeline.Releasing.Publishing;

/// <summary>A file that the release will have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">Its digest.</param>
internal sealed record PlannedAsset(string Name, long Bytes, Digest Digest);
