using ModelPipeline.Cards;
using ModelPipeline.Mutation;
using ModelPipeline.Packaging;

namespace ModelPipeline.Tests.Cards;

/// <summary>Renders a card's candidate and verdict alone, and of a mutation test its verdicts.</summary>
internal sealed class FakeRenderer : IDocumentRenderer
{
    public string Version { get; set; } = "1";

    public Action Rendering { get; set; } = () => { };

    public int Renderings { get; private set; }

    public string Render(string template, object document, CancellationToken cancellation)
    {
        Renderings++;
        Rendering();
        return (template, document) switch
        {
            ("model-card", CardDocument card) => $"{Version} {card.Candidate} {card.Passed}\n" + string.Concat(card.Steps.Select(step => $"{step.Name} {step.Status}\n")),
            ("mutation", MutationDocument test) => $"{test.Model}: {test.Verdict}; {test.Clean}\n" + string.Concat(test.Rows.Select(row => $"{row.Fault} {row.CaughtBy}\n")),
            ("dockerfile", DockerfileDocument file) => $"FROM {file.From}\n",
            _ => throw new ArgumentException($"There is no template '{template}' for a {document.GetType().Name}.", nameof(template)),
        };
    }

    public Digest Identity(string template) => Digest.Of(Version);
}
