namespace ModelPipeline.Packaging;

/// <summary>An image that was built.</summary>
public sealed record BuiltImage
{
    /// <summary>The full path of its archive: an OCI layout with Docker's <c>manifest.json</c>.</summary>
    public required string Archive { get; init; }

    /// <summary>The digest of its manifest, which registries know it by.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The digest of its configuration, which container engines call the image's id.</summary>
    public required Digest Id { get; init; }

    /// <summary>Its name and tag in a container engine, for example <c>ghcr.io/acme/churn:0123456789ab</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Its layers, from the base to the model.</summary>
    public required IReadOnlyList<ImageLayer> Layers { get; init; }

    /// <summary>What it is built on, with the digest of a base that has one.</summary>
    public required string Base { get; init; }

    /// <summary>What it is made of beside the model: libraries and files of other makers.</summary>
    public required IReadOnlyList<ImageComponent> Components { get; init; }

    /// <summary>The bytes of its compressed layers, base included.</summary>
    public long CompressedBytes => Layers.Sum(layer => layer.CompressedBytes);
}
