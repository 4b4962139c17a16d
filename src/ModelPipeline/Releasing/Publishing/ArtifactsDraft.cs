using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>The draft that the artifacts of proposals are kept with. It has a tag of its own and is never published: no proposal can change what a release publishes.</summary>
internal static class ArtifactsDraft
{
    /// <summary>The draft's tag.</summary>
    /// <param name="tag">The release's tag.</param>
    public static string TagOf(string tag) => $"{tag}-artifacts";

    /// <summary>The name of the asset that has the bytes of a digest.</summary>
    public static string AssetOf(Digest digest) => $"sha256-{digest.Hex}";

    /// <summary>The draft, to be made.</summary>
    /// <param name="tag">The release's tag.</param>
    /// <param name="branch">The branch that releases are merged into.</param>
    public static NewReleasePage New(string tag, string branch) => new(
        TagOf(tag),
        branch,
        TagOf(tag),
        $"{Marker(tag)}\nThe bytes of proposals of {tag}, each named by its digest. Do not publish this draft: the target Release copies what is approved, and removes it.");

    /// <summary>Whether a page is such a draft, and ours.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tag">The release's tag.</param>
    public static bool Is(ReleasePage page, string tag) => page.IsDraft && page.Tag == TagOf(tag) && page.Body.Contains(Marker(tag), StringComparison.Ordinal);

    private static string Marker(string tag) => $"<!-- modelpipeline:artifacts {tag} -->";
}
