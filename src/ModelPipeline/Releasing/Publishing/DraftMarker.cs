using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>The hidden line by which drafts of ours are told from people's.</summary>
internal static class DraftMarker
{
    /// <summary>The line, an HTML comment that pages do not show.</summary>
    /// <param name="tag">The release's tag.</param>
    public static string Of(string tag) => $"<!-- modelpipeline:release-page {tag} -->";

    /// <summary>Whether a release page is ours.</summary>
    public static bool IsIn(ReleasePage page) => page.Body.Contains(Of(page.Tag), StringComparison.Ordinal);
}
