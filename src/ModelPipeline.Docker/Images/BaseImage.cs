namespace ModelPipeline.Docker.Images;

/// <summary>What an image is built on, with its layers on this machine.</summary>
internal sealed record BaseImage
{
    /// <summary>What it was asked for by.</summary>
    public required string Reference { get; init; }

    /// <summary>The digest of its manifest for Linux on x86-64, or of its configuration where its archive has no manifest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Its configuration, as it is.</summary>
    public required ReadOnlyMemory<byte> Config { get; init; }

    /// <summary>Its layers, the lowest first.</summary>
    public required IReadOnlyList<BaseLayer> Layers { get; init; }
}
