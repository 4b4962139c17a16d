namespace ModelPipeline.Registry;

/// <summary>What <c>release.json</c> holds.</summary>
internal sealed record ReleaseDocument
{
    /// <summary>The file's name in the folder of a release.</summary>
    public const string FileName = "release.json";

    /// <summary>The origin of a release that was recorded locally and never proposed.</summary>
    public const string Imported = "imported";

    /// <summary>The format's name.</summary>
    public string Schema { get; init; } = ReleaseCatalog.Format;

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The bundle's digest.</summary>
    public required Digest Bundle { get; init; }

    /// <summary>How the release came to be: <see cref="Imported"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset Released { get; init; }

    /// <summary>The version of the tool that recorded it.</summary>
    public required string Tool { get; init; }

    /// <summary>The data files' digest.</summary>
    public required Digest Data { get; init; }

    /// <summary>The digest of <c>model.yaml</c>.</summary>
    public required Digest Spec { get; init; }

    /// <summary>The digests of the other files in the release's folder, by path.</summary>
    public required SortedDictionary<string, Digest> Files { get; init; }
}
