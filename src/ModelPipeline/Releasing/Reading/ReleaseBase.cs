using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Reading;

/// <summary>What the commit says that a release goes, or went, on top of (R1).</summary>
internal sealed record ReleaseBase
{
    /// <summary>The commit.</summary>
    public required string Commit { get; init; }

    /// <summary>Its <c>model.yaml</c>, with the sections of the challenger that the release names.</summary>
    public required ModelSpec Spec { get; init; }

    /// <summary>The newest released version; <see langword="null"/> before the first.</summary>
    public required Baseline? Champion { get; init; }

    /// <summary>What the champion's <c>release.json</c> says; <see langword="null"/> before the first release.</summary>
    public required ReleaseDocument? ChampionDocument { get; init; }

    /// <summary>The newest release that came from the same file as this one, <c>model.yaml</c> or a challenger's; <see langword="null"/> where there is none.</summary>
    public required NewestRelease? OfRecipe { get; init; }

    /// <summary>The champion's <c>bundle.json</c>; <see langword="null"/> before the first release.</summary>
    public required BundleManifest? ChampionManifest { get; init; }

    /// <summary>Its CODEOWNERS; <see langword="null"/> where there is none.</summary>
    public required byte[]? CodeOwners { get; init; }
}
