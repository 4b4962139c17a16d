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
    public static Digest Of(string folder) => Of(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), Digest.OfFile(file))));

    /// <summary>The digest of a bundle whose files' digests are known.</summary>
    /// <param name="files">Its files in any order; paths relative, with <c>/</c>.</param>
    internal static Digest Of(IEnumerable<(string Path, Digest Digest)> files) => Digest.Of(string.Concat(files
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => $"{file.Path}\0{file.Digest.Hex}\n")));
}
