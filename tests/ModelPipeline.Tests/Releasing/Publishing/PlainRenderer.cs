using ModelPipeline.Cards;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>Renders notes without a template.</summary>
internal sealed class PlainRenderer : IDocumentRenderer
{
    public string Render(string template, object document, CancellationToken cancellation) => $"{template}: {((ReleaseNotesDocument)document).Request}\n";

    public Digest Identity(string template) => Digest.Of(template);
}
