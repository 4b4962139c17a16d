namespace ModelPipeline.Cards;

/// <summary>Renders documents for people from templates.</summary>
public interface IDocumentRenderer
{
    /// <summary>Renders a document.</summary>
    /// <param name="template">The template's name without its extension, for example <c>model-card</c>.</param>
    /// <param name="document">What the template reads: records, lists and texts; numbers are formatted already.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="InputException">The template is at fault; the message has its file, line and column.</exception>
    string Render(string template, object document, CancellationToken cancellation);

    /// <summary>The digest of everything but the document that determines the rendered text.</summary>
    /// <param name="template">The template's name without its extension.</param>
    /// <exception cref="InputException">There is no such template.</exception>
    Digest Identity(string template);
}
