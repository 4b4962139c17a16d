using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Reading;

/// <summary>The release that a pull request's head adds.</summary>
internal sealed record ReleaseHead
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The release's folder, relative to the repository's root; <see langword="null"/> where the pull request changes none, or several.</summary>
    public required string? Folder { get; init; }

    /// <summary>The files that the pull request changes.</summary>
    public required IReadOnlyList<ChangedFile> Changed { get; init; }

    /// <summary>Whether the base has files in the folder.</summary>
    public required bool IsAtBase { get; init; }

    /// <summary>The folder's files at the head by path within it.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    /// <summary>What stands among the files and is no plain file: links, executables, other repositories. Their whole paths.</summary>
    public required IReadOnlyList<string> Odd { get; init; }

    /// <summary>What its <c>release.json</c> says; <see langword="null"/> where it cannot be read.</summary>
    public required ReleaseDocument? Document { get; init; }

    /// <summary>Why <c>release.json</c> cannot be read.</summary>
    public required string? DocumentFault { get; init; }

    /// <summary>The bundle in its archive; <see langword="null"/> where it cannot be read.</summary>
    public required ReadBundle? Bundle { get; init; }

    /// <summary>Why the archive cannot be read.</summary>
    public required string? BundleFault { get; init; }

    /// <summary>The name of the release's folder: its version.</summary>
    public string? Version => Folder?[(Folder.LastIndexOf('/') + 1)..];

    /// <summary>A file's digest; <see langword="null"/> where it is not there.</summary>
    /// <param name="path">Its path within the folder.</param>
    public Digest? DigestOf(string path) => Files.TryGetValue(path, out var bytes) ? Digest.Of(bytes) : null;
}
