using ModelPipeline;
using ModelPipeline.Cards;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Stands where the host has set no renderer; says so when it is used.</summary>
internal sealed class UnconfiguredRenderer : IDocumentRenderer
{
    public string Render(string template, object document, CancellationToken cancellation) => throw Unconfigured();

    public Digest Identity(string template) => throw Unconfigured();

    private static InputException Unconfigured() =>
        new("The host has no document renderer: call UseModelPipeline(pipeline => pipeline.UseDocumentRenderer(new ScribanDocumentRenderer(\"templates\"))).");
}
