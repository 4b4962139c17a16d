namespace ModelPipeline.Cards;

/// <summary>The body of a release's pull request.</summary>
internal static class PullRequestBody
{
    /// <summary>The most characters that a host takes.</summary>
    public const int MostCharacters = 65_536;

    private const string Template = "pull-request";

    /// <summary>The marker that tells the release's pull request from others, and what approvals are for.</summary>
    /// <param name="document">What the pull request shows.</param>
    public static string Marker(PullRequestDocument document) => $"<!-- modelpipeline:release {document.Name} {document.Version} {document.Bundle} -->";

    /// <summary>The marker, then the rendered template, cut at the end of a line where the host would refuse it.</summary>
    /// <param name="renderer">Renders the template <c>pull-request</c>.</param>
    /// <param name="document">What it reads.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    /// <exception cref="InputException">The template is at fault.</exception>
    public static string Render(IDocumentRenderer renderer, PullRequestDocument document, CancellationToken cancellation) =>
        Cut($"{Marker(document)}\n{renderer.Render(Template, document, cancellation)}", document.Links);

    /// <summary>Every construct of the template ends with its line, so a cut between two lines leaves none open.</summary>
    private static string Cut(string body, IReadOnlyList<PullRequestLink> links)
    {
        if (body.Length <= MostCharacters)
            return body;
        var more = links.Count == 0 ? "\n\nThe rest was cut: see the release's files.\n" : $"\n\nThe rest was cut: [{links[0].Title}]({links[0].Address}) has it all.\n";
        return body[..body.LastIndexOf('\n', MostCharacters - more.Length)] + more;
    }
}
