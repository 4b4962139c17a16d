namespace ModelPipeline.GitHub;

/// <summary>Escapes what stands in an address.</summary>
internal static class UrlPath
{
    /// <summary>A text as one segment or as a value of a query.</summary>
    /// <exception cref="InputException">It would lead to another address.</exception>
    public static string Segment(string text) =>
        text is "" or "." or ".." ? throw new InputException($"{QuotedText.Of(text)} cannot stand in an address of GitHub. Give a name.") : Uri.EscapeDataString(text);

    /// <summary>A text with slashes, for example a branch, as so many segments.</summary>
    /// <inheritdoc cref="Segment"/>
    public static string Segments(string text) => string.Join('/', text.Split('/').Select(Segment));
}
