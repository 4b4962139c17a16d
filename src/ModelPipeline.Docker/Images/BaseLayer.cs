namespace ModelPipeline.Docker.Images;

/// <summary>A layer of it.</summary>
internal sealed record BaseLayer(Digest Digest, Digest DiffId, long Bytes, string File, string MediaType);
