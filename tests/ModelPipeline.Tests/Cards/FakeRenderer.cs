using ModelPipeline.Cards;

namespace ModelPipeline.Tests.Cards;

/// <summary>Renders a card's candidate and verdict alone.</summary>
internal sealed class FakeRenderer : IDocumentRenderer
{
    public string Version { get; set; } = "1";

    public Action Rendering { get; set; } = () => { };

    public int Renderings { get; private set; }

    public string Render(string template, object document, CancellationToken cancellation)
    {
        template.ShouldBe("model-card");
        Renderings++;
        Rendering();
        var card = (CardDocument)document;
        return $"{Version} {card.Candidate} {card.Passed}\n" + string.Concat(card.Steps.Select(step => $"{step.Name} {step.Status}\n"));
    }

    public Digest Identity(string template) => Digest.Of(Version);
}
