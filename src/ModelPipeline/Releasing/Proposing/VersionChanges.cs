using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Everything that differs between two bundles.</summary>
internal static class VersionChanges
{
    /// <summary>The changes, those that break callers first; at least one.</summary>
    public static IReadOnlyList<VersionChange> Between(BundleManifest champion, BundleManifest candidate)
    {
        VersionChange[] changes =
        [
            .. SignatureChanges.Between(champion, candidate),
            .. RecipeChanges.Between(champion, candidate),
            .. DataChanges.Between(champion.Data, candidate.Data),
        ];
        return changes.Length == 0
            ? [new VersionChange(VersionBump.Patch, "the model was trained again: data, recipe and signature are the champion's")]
            : [.. changes.OrderByDescending(change => change.Bump)];
    }
}
