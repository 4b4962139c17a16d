using System.Text.Json;
using ModelPipeline.Cards;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>Renders all that a pull request's template may read.</summary>
internal sealed class PullRequestRenderer : IDocumentRenderer
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };

    /// <summary>What the text ends with.</summary>
    public string End { get; set; } = "";

    public string Render(string template, object document, CancellationToken cancellation)
    {
        template.ShouldBe("pull-request");
        return JsonSerializer.Serialize(document.ShouldBeOfType<PullRequestDocument>(), Lines) + End;
    }

    public Digest Identity(string template) => throw new NotSupportedException();
}
