using ModelPipeline.Evidence;

namespace ModelPipeline.Registry;

/// <summary>What <c>release.json</c> holds.</summary>
public sealed record ReleaseDocument
{
    /// <summary>The file's name in the folder of a release.</summary>
    public const string FileName = "release.json";

    /// <summary>The origin of a release that was recorded locally and never proposed.</summary>
    public const string Imported = "imported";

    /// <summary>The origin of a release that a pull request proposed.</summary>
    public const string Proposed = "proposed";

    /// <summary>The format's name.</summary>
    public string Schema { get; init; } = ReleaseCatalog.Format;

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The bundle's digest.</summary>
    public required Digest Bundle { get; init; }

    /// <summary>How the release came to be: <see cref="Imported"/> or <see cref="Proposed"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public required DateTimeOffset Released { get; init; }

    /// <summary>The version of the tool that recorded it.</summary>
    public required string Tool { get; init; }

    /// <summary>The data files' digest.</summary>
    public required Digest Data { get; init; }

    /// <summary>The digest of the spec: of <c>model.yaml</c>, and of the challenger's file where there is one.</summary>
    public required Digest Spec { get; init; }

    /// <summary>The challenger that the candidate is of, whose file is <c>challengers/&lt;name&gt;.yaml</c>; absent for the model's own spec.</summary>
    public string? Challenger { get; init; }

    /// <summary>The digests of the other files in the release's folder, by path.</summary>
    public required SortedDictionary<string, Digest> Files { get; init; }

    /// <summary>The champion that it was compared with; absent for a model's first release.</summary>
    public Baseline? Champion { get; init; }

    /// <summary>By which part the version grew: <c>major</c>, <c>minor</c> or <c>patch</c>; absent for a model's first release.</summary>
    public string? Bump { get; init; }

    /// <summary>Why, one sentence each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The commit that the candidate was trained at; absent where that is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Who triggered the proposal; absent where the release was not proposed on a host.</summary>
    public IReadOnlyList<ReleaseProposer>? Proposers { get; init; }

    /// <summary>The scoring service's image; absent where there is none.</summary>
    public ReleaseImage? Image { get; init; }

    /// <summary>What is stored beside the repository, by its digest: the image, a bundle too large for version control. By name.</summary>
    public SortedDictionary<string, ReleaseArtifact>? Artifacts { get; init; }
}
