namespace ModelPipeline.Docker.Images;

/// <summary>A layer of a base.</summary>
/// <param name="Compressed">The digest of its bytes as they are in <paramref name="File"/>.</param>
/// <param name="DiffId">The digest of its uncompressed bytes.</param>
/// <param name="Bytes">How many bytes the file has.</param>
/// <param name="File">The full path of its blob.</param>
/// <param name="MediaType">Its media type in a manifest.</param>
internal sealed record BaseLayer(Digest Compressed, Digest DiffId, long Bytes, string File, string MediaType);
