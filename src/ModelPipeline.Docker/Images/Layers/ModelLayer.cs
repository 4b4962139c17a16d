using ModelPipeline.Training;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>The layer of a model's bundle.</summary>
internal static class ModelLayer
{
    /// <summary>The layer.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="digests">The digests of files.</param>
    /// <exception cref="InputException">The bundle is not what it was any more.</exception>
    public static LayerContent Of(ModelBundle bundle, FileDigests digests)
    {
        var files = Directory.EnumerateFiles(bundle.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(bundle.Folder, file).Replace(Path.DirectorySeparatorChar, '/'), File: file, Digest: digests.Of(file)))
            .ToList();
        return DigestOf(files.Select(file => (file.Path, file.Digest))) == bundle.Digest
            ? new LayerContent("model", files.Select(file => LayerEntry.OfFile($"{ImageRules.Model}/{file.Path}", file.File, file.Digest)))
            : throw new InputException($"The bundle in '{bundle.Folder}' was changed after it was trained. Run the target Train with --force.");
    }

    /// <summary>What identifies the bundle of these files, as <see cref="BundleDigest"/> computes it from a folder.</summary>
    public static Digest DigestOf(IEnumerable<(string Path, Digest Digest)> files) =>
        Digest.Of(string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Path}\0{file.Digest.Hex}\n")));
}
