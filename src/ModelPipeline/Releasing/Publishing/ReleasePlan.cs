
namespace ModelPipeline.Releasing.Publishing;

/// <summary>What will be there when the release is done. It is written to the workspace before anything is changed.</summary>
internal sealed record ReleasePlan
{
    /// <summary>The format's name.</summary>
    public const string Format = "modelpipeline/release-plan/v1";

    /// <summary>The format's name: <see cref="Format"/>.</summary>
    public string Schema { get; init; } = Format;

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The version.</summary>
    public required string Version { get; init; }

    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The annotated tag's message.</summary>
    public required string TagMessage { get; init; }

    /// <summary>The pull request that was judged.</summary>
    public required int PullRequest { get; init; }

    /// <summary>The head that it was judged at.</summary>
    public required string Head { get; init; }

    /// <summary>The commit that merged it, which the release is bound to; absent until it is merged.</summary>
    public string? Commit { get; init; }

    /// <summary>The release's files, by name.</summary>
    public required IReadOnlyList<PlannedAsset> Assets { get; init; }

    /// <summary>The image.</summary>
    public required PlannedImage Image { get; init; }

    /// <summary>The release page's title.</summary>
    public required string Title { get; init; }

    /// <summary>The release page's notes, with the marker of our drafts.</summary>
    public required string Notes { get; init; }
}
