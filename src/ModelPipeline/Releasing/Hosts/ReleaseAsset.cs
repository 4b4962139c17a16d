namespace ModelPipeline.Releasing.Hosts;

/// <summary>A file of a release as the host has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUploaded">Whether its upload was finished; else it is a remnant, or being uploaded now.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">Its digest; <see langword="null"/> where the host does not say.</param>
/// <param name="Created">When its upload began, by the server's clock.</param>
public sealed record ReleaseAsset(long Id, string Name, bool IsUploaded, long Bytes, Digest? Digest, DateTimeOffset Created);
