namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>What a manifest says of a blob or of another manifest.</summary>
internal sealed record Descriptor
{
    public string? MediaType { get; init; }

    public string? Digest { get; init; }

    /// <summary>How many bytes it has; negative where that is missing.</summary>
    public long Size { get; init; } = -1;

    public Platform? Platform { get; init; }

    /// <summary>The digest, which must be a SHA-256.</summary>
    /// <exception cref="InvalidDataException">It is none, or the size is missing.</exception>
    public Digest Identify() => Size >= 0 && ModelPipeline.Digest.TryParse(Digest, out var digest)
        ? digest
        : throw new InvalidDataException($"the digest {QuotedText.Of(Digest ?? "")} or the size {Size} of a part is none");
}
