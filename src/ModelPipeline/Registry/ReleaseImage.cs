namespace ModelPipeline.Registry;

/// <summary>The image of a release.</summary>
/// <param name="Digest">The digest of its manifest, which registries know it by.</param>
/// <param name="Name">Where it is pushed, without a tag; absent where the spec names no place.</param>
public sealed record ReleaseImage(Digest Digest, string? Name = null)
{
    /// <summary>What the image's archive is called among a release's artifacts.</summary>
    public const string ArchiveName = "image.tar";
}
