namespace ModelPipeline.Registry;

/// <summary>What an archive of a bundle holds.</summary>
/// <param name="Digest">What identifies the bundle.</param>
/// <param name="Manifest">The bytes of its <c>bundle.json</c>; none where it has no such file.</param>
internal sealed record ArchivedBundle(Digest Digest, ReadOnlyMemory<byte> Manifest);
