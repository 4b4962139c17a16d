using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Which parts of a plan have come true.</summary>
/// <param name="plan">The plan.</param>
/// <param name="state">What is there.</param>
internal sealed class ReleaseProgress(ReleasePlan plan, ReleaseState state)
{
    public string? Commit => state.Request?.MergeCommit;

    public bool IsMerged => Commit is not null && state.Request!.Head == plan.Head && state.IsMergedAsJudged;

    public bool IsTagged => IsMerged && state.Tag?.Commit == Commit;

    public bool HasAssets => state.Page is { } page && page.Assets.Count == plan.Assets.Count && plan.Assets.All(asset => Holds(page, asset));

    /// <summary>Whether the image is where it belongs, or belongs nowhere.</summary>
    public bool HasImage => plan.Image.Reference is null || state.Image == plan.Image.Digest;

    /// <summary>Whether the release is public and alone, without a draft beside it. Its title and notes are people's from then on.</summary>
    public bool IsPublished => IsTagged && HasAssets && state.Pages is [{ IsDraft: false }] && state.Artifacts.Count == 0;

    /// <summary>Whether a page has a planned asset, whole and with the planned bytes.</summary>
    public static bool Holds(ReleasePage page, PlannedAsset planned) =>
        page.Assets.Any(asset => asset.IsUploaded && asset.Name == planned.Name && asset.Bytes == planned.Bytes && asset.Digest == planned.Digest);
}
