namespace ModelPipeline.Docker.Images.Layers;

/// <summary>A layer as a file.</summary>
/// <param name="Name">What it holds, for people.</param>
/// <param name="Digest">The digest of the file.</param>
/// <param name="DiffId">The digest of its uncompressed bytes.</param>
/// <param name="Bytes">How many bytes the file has.</param>
/// <param name="File">The file.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsCached">Whether an earlier build had made it already.</param>
internal sealed record LayerBlob(string Name, Digest Digest, Digest DiffId, long Bytes, string File, string MediaType, bool IsCached);
