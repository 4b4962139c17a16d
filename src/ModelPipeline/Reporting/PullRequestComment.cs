using ModelPipeline.Cards;

namespace ModelPipeline.Reporting;

/// <summary>The one comment that a run keeps up to date in its pull request.</summary>
public static class PullRequestComment
{
    /// <summary>The most characters that a host takes.</summary>
    public const int Longest = 65_536;

    private const string Template = "comment";

    /// <summary>
    /// What the comment is found by. Runs of all models share one; a run of some models has its own, so that jobs of one workflow that each verify a model do not
    /// overwrite each other's.
    /// </summary>
    /// <param name="selected">The models that were asked for by name; none for all.</param>
    public static string Marker(IEnumerable<string> selected)
    {
        ArgumentNullException.ThrowIfNull(selected);
        var names = selected.Select(Slug).Order(StringComparer.Ordinal).Distinct().ToList();
        return names.Count == 0 ? "<!-- modelpipeline:verify -->" : $"<!-- modelpipeline:verify {string.Join(' ', names)} -->";
    }

    /// <summary>The whole text, without a marker and however long.</summary>
    /// <param name="renderer">Renders the template <c>comment</c>.</param>
    /// <param name="document">What it reads.</param>
    /// <exception cref="InputException">The template is at fault.</exception>
    public static string Render(IDocumentRenderer renderer, CommentDocument document)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        return renderer.Render(Template, document, CancellationToken.None);
    }

    /// <summary>The comment's body: the marker and as much of the text as the host takes.</summary>
    /// <param name="marker">The marker.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="runPage">The page of the run; <see langword="null"/> where there is none.</param>
    public static string Body(string marker, string text, string? runPage)
    {
        ArgumentNullException.ThrowIfNull(marker);
        return $"{marker}\n{MarkdownCut.To(text, Longest - marker.Length - 1, CutNotice.Of(runPage), part => part.Length)}";
    }

    private static string Slug(string name) => string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/'));
}
