using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>What an image is made of.</summary>
public sealed record ImageRequest
{
    /// <summary>The image's name without a tag, for example <c>ghcr.io/acme/churn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The model that it serves.</summary>
    public required ModelBundle Bundle { get; init; }

    /// <summary>One sentence: what the model is for.</summary>
    public required string Description { get; init; }

    /// <summary>The native libraries that the model's engine loads: file names, for example <c>libgomp.so.1</c>, or full paths.</summary>
    public required IReadOnlyList<string> NativeLibraries { get; init; }

    /// <summary><c>scratch</c>, an image in a registry, or the full path of an archive.</summary>
    public required string Base { get; init; }

    /// <summary>The full path of the file, for example <c>image.lock</c>, that pins the digest of a base from a registry.</summary>
    public required string LockFile { get; init; }

    /// <summary>Where the archive goes.</summary>
    public required string Archive { get; init; }

    /// <summary>The folder of blobs by content, shared by all models; it may be deleted at any time.</summary>
    public required string Cache { get; init; }
}
