using ModelPipeline.Evidence;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Registry;

/// <summary>The bundle that a candidate is compared with.</summary>
/// <param name="Identity">Its version and digest.</param>
/// <param name="Path">Its archive, or its folder.</param>
public sealed record BaselineBundle(Baseline Identity, string Path)
{
    /// <summary>The version of a bundle that was never released.</summary>
    public const string Unreleased = "unreleased";

    /// <summary>What <c>--baseline</c> says for a comparison with nothing.</summary>
    public const string None = "none";

    /// <summary>The bundle of a released version.</summary>
    public static BaselineBundle Of(ReleasedVersion release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new(new Baseline(release.Version.ToString(), release.Digest), System.IO.Path.Combine(release.Folder, BundleArchive.FileName));
    }

    /// <summary>What <c>--baseline</c> means.</summary>
    /// <param name="wanted">A released version, the path of a bundle's folder, <see cref="None"/>, or <see langword="null"/> for the champion.</param>
    /// <param name="modelFolder">The folder of <c>model.yaml</c>.</param>
    /// <param name="root">What a relative path is relative to.</param>
    /// <returns><see langword="null"/> where there is nothing to compare with.</returns>
    /// <exception cref="InputException">There is no such version or bundle, or releases cannot be read.</exception>
    public static BaselineBundle? Select(string? wanted, string modelFolder, string root)
    {
        if (wanted == None)
            return null;
        if (wanted is null)
            return ReleaseCatalog.Champion(modelFolder) is { } champion ? Of(champion) : null;
        return SemanticVersion.TryParse(wanted, out var version) ? OfVersion(version, modelFolder) : OfFolder(wanted, root);
    }

    /// <summary>Opens the bundle.</summary>
    /// <param name="unpacked">The folder that an archive is unpacked to, unless it is there already.</param>
    /// <exception cref="InputException">It is not there, or not the one that was released.</exception>
    internal ModelBundle Open(string unpacked)
    {
        if (Directory.Exists(Path))
            return Open(Path, "Name another bundle with --baseline");
        AtomicFolder.Recover(unpacked);
        if (!BundleDigest.IsOf(unpacked, Identity.Digest))
            BundleArchive.Unpack(Path, unpacked, Identity.Digest);
        return Open(unpacked, "Restore the release from version control");
    }

    /// <summary>Whether its archive is too large for version control, and not fetched yet.</summary>
    /// <param name="unpacked">The folder that archives are unpacked to.</param>
    internal bool IsElsewhere(string unpacked) => !Directory.Exists(Path) && !File.Exists(Path) && !BundleDigest.IsOf(unpacked, Identity.Digest) && Artifact is not null;

    /// <summary>Fetches a released bundle whose archive is kept beside the repository.</summary>
    /// <param name="unpacked">The folder that the archive is unpacked to.</param>
    /// <param name="artifacts">Where the bytes of releases are kept, by their tags.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">What is kept is not the bundle that was released.</exception>
    /// <exception cref="IOException">It is not kept there, or cannot be read.</exception>
    internal async Task FetchAsync(string unpacked, Func<string, IArtifactStore> artifacts, CancellationToken cancellation)
    {
        var (tag, digest) = Artifact ?? throw new InvalidOperationException("The release keeps no bundle beside the repository.");
        var archive = unpacked + ".zip";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(archive)!);
            await using (var stored = await artifacts(tag).OpenAsync(digest, cancellation).ConfigureAwait(false))
            await using (var file = File.Create(archive))
                await stored.CopyToAsync(file, cancellation).ConfigureAwait(false);
            BundleArchive.Unpack(archive, unpacked, Identity.Digest);
        }
        finally
        {
            File.Delete(archive);
        }
    }

    /// <summary>The release's tag and the archive's digest, as <c>release.json</c> has them; <see langword="null"/> where it names none.</summary>
    private (string Tag, Digest Digest)? Artifact
    {
        get
        {
            var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, ReleaseDocument.FileName);
            if (!File.Exists(file) || ReleaseJson.Read(File.ReadAllBytes(file)) is not { } release || release.Artifacts?.GetValueOrDefault(BundleArchive.FileName) is not { } artifact)
                return null;
            return (ReleaseTag.Prefix(release.Model) + release.Version, artifact.Digest);
        }
    }

    private ModelBundle Open(string folder, string mend)
    {
        var bundle = ModelBundle.Open(folder, mend);
        return bundle.Digest == Identity.Digest
            ? bundle
            : throw new InputException($"The bundle in '{folder}' changed while the run was going on: run it again.");
    }

    private static BaselineBundle OfVersion(SemanticVersion version, string modelFolder)
    {
        var releases = ReleaseCatalog.Read(modelFolder);
        var known = releases.Count == 0 ? "there are none yet" : $"there are {string.Join(", ", releases.Select(other => other.Version))}";
        return releases.FirstOrDefault(release => release.Version == version) is { } found
            ? Of(found)
            : throw new InputException($"--baseline {version}: there is no such release in '{modelFolder}'; {known}.");
    }

    private static BaselineBundle OfFolder(string wanted, string root)
    {
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, wanted));
        if (!File.Exists(System.IO.Path.Combine(folder, BundleManifest.FileName)))
            throw new InputException($"--baseline {QuotedText.Of(wanted)} is neither a released version such as 1.0.0, nor the folder of a bundle, nor '{None}'.");
        return new(new Baseline(Unreleased, ModelBundle.Open(folder, "Name another bundle with --baseline").Digest), folder);
    }
}
