namespace ModelPipeline.Training;

/// <summary>What identifies a bundle.</summary>
public static class BundleDigest
{
    /// <summary>Whether a folder is there and holds the bundle of a digest.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="digest">What identifies the bundle; <see langword="null"/> for none.</param>
    public static bool IsOf(string folder, Digest? digest) => Directory.Exists(folder) && Of(folder) == digest;

    /// <summary>The SHA-256 over the sorted list of <c>path NUL sha256</c> of the folder's files, one a line; paths relative, with <c>/</c>.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static Digest Of(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File: file))
            .OrderBy(item => item.Path, StringComparer.Ordinal)
            .Select(item => $"{item.Path}\0{Digest.OfFile(item.File).Hex}\n");
        return Digest.Of(string.Concat(files));
    }
}
