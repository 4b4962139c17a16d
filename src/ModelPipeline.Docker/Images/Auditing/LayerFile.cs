using System.Formats.Tar;

namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>A file or folder as a layer has it.</summary>
/// <param name="Path">Its path, without a leading or trailing slash.</param>
/// <param name="Type">What it is.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Digest">The digest of its bytes; <see langword="null"/> for what is no file.</param>
internal sealed record LayerFile(string Path, TarEntryType Type, UnixFileMode Mode, Digest? Digest);
