using ModelPipeline.Cards;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>Renders notes without a template.</summary>
internal sealed class NotesRenderer : IDocumentRenderer
{
    public string Render(string template, object document, CancellationToken cancellation) => $"{template}: {((ReleaseNotesDocument)document).Request}\r\nEnd.\n";

    public Digest Identity(string template) => Digest.Of(template);
}
