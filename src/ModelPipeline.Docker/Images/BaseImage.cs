namespace ModelPipeline.Docker.Images;

/// <summary>An image to build on.</summary>
internal sealed record BaseImage(string Reference, Digest Digest, ReadOnlyMemory<byte> Config, IReadOnlyList<BaseLayer> Layers);
