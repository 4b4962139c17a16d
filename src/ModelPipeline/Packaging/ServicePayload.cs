using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>The scoring service as it was published: a folder with everything that it needs on its operating system.</summary>
/// <param name="Folder">The full path of the folder.</param>
/// <param name="Executable">The full path of the program in it.</param>
public sealed record ServicePayload(string Folder, string Executable)
{
    /// <summary>What identifies it: the digest over its files' paths and digests.</summary>
    public Digest ReadDigest() => BundleDigest.Of(Folder);
}
