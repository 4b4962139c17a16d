namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>A manifest as a registry has it.</summary>
/// <param name="Digest">The digest of its bytes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record RegistryManifest(Digest Digest, string? MediaType, byte[] Bytes);
