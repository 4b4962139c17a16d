using ModelPipeline.Evidence;
using ModelPipeline.Training;

namespace ModelPipeline.Registry;

/// <summary>The bundle that a candidate is compared with.</summary>
/// <param name="Identity">Its version and digest.</param>
/// <param name="Path">Its archive, or its folder.</param>
public sealed record BaselineBundle(Baseline Identity, string Path)
{
    /// <summary>The version of a bundle that was never released.</summary>
    public const string Unreleased = "unreleased";

    /// <summary>The bundle of a released version.</summary>
    public static BaselineBundle Of(ReleasedVersion release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new(new Baseline(release.Version.ToString(), release.Digest), System.IO.Path.Combine(release.Folder, BundleArchive.FileName));
    }

    /// <summary>What <c>--baseline</c> means.</summary>
    /// <param name="wanted">A released version, the path of a bundle, <c>none</c>, or <see langword="null"/> for the champion.</param>
    /// <param name="modelFolder">The folder of <c>model.yaml</c>.</param>
    /// <param name="root">What a relative path is relative to.</param>
    /// <returns><see langword="null"/> where there is nothing to compare with.</returns>
    /// <exception cref="InputException">There is no such version or bundle.</exception>
    public static BaselineBundle? Select(string? wanted, string modelFolder, string root)
    {
        var releases = ReleaseCatalog.Read(modelFolder);
        if (wanted is null)
            return releases.Count == 0 ? null : Of(releases[^1]);
        if (wanted == "none")
            return null;
        if (SemanticVersion.TryParse(wanted, out var version))
            return releases.FirstOrDefault(release => release.Version == version) is { } release
                ? Of(release)
                : throw new InputException($"--baseline {wanted}: '{modelFolder}' has no such release; it has {(releases.Count == 0 ? "none" : string.Join(", ", releases.Select(other => other.Version)))}.");

        var folder = System.IO.Path.GetFullPath(wanted, root);
        if (!File.Exists(System.IO.Path.Combine(folder, BundleManifest.FileName)))
            throw new InputException($"--baseline {QuotedText.Of(wanted)} is neither a released version such as 1.0.0, nor the folder of a bundle, nor 'none'.");
        return new(new Baseline(Unreleased, BundleDigest.Of(folder)), folder);
    }

    /// <summary>Opens the bundle.</summary>
    /// <param name="unpacked">The folder that an archive is unpacked to, unless it is there already.</param>
    /// <exception cref="InputException">It is not there, or not the one that was released.</exception>
    internal ModelBundle Open(string unpacked)
    {
        if (Directory.Exists(Path))
            return Expect(ModelBundle.Open(Path));
        Storage.AtomicFolder.Recover(unpacked);
        if (!BundleDigest.IsOf(unpacked, Identity.Digest))
            BundleArchive.Unpack(Path, unpacked, Identity.Digest);
        return Expect(ModelBundle.Open(unpacked));
    }

    private ModelBundle Expect(ModelBundle bundle) => bundle.Digest == Identity.Digest
        ? bundle
        : throw new InputException($"The bundle in '{bundle.Folder}' changed while the run was going on: run it again.");
}
