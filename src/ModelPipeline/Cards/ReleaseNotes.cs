using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;

namespace ModelPipeline.Cards;

/// <summary>Writes the notes of a release from what was approved, and from nothing else.</summary>
/// <param name="renderer">Renders the template <c>release-notes</c>.</param>
internal sealed class ReleaseNotes(IDocumentRenderer renderer)
{
    private const string Template = "release-notes";

    /// <summary>The notes in Markdown.</summary>
    /// <param name="release">What <c>release.json</c> says.</param>
    /// <param name="evidence">The steps' evidence, by file name.</param>
    /// <param name="card">The address of the card.</param>
    /// <param name="request">The address of the pull request.</param>
    /// <param name="image">The image with its digest; <see langword="null"/> where it is pushed nowhere.</param>
    /// <param name="longest">How many characters at most.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    /// <exception cref="InvalidDataException">Evidence cannot be read.</exception>
    /// <exception cref="InputException">The template is at fault.</exception>
    public string Write(ReleaseDocument release, IReadOnlyDictionary<string, byte[]> evidence, string card, string request, string? image, int longest, CancellationToken cancellation)
    {
        var steps = StepNames.Required.Where(step => evidence.ContainsKey($"{step}.json")).Select(step => Read(step, evidence[$"{step}.json"]));
        CardFact[] facts =
        [
            new("Bundle", $"{release.Bundle}"),
            new("Image", $"{release.Image?.Digest}"),
            new("Data", $"{release.Data}"),
            new("Spec", $"{release.Spec}"),
            new("Tool", release.Tool),
            new("Trained at", release.Commit ?? ""),
        ];
        var document = new ReleaseNotesDocument(
            release.Model,
            release.Version,
            release.Champion?.Version,
            release.Changes,
            [.. steps.Select(step => new CardStep(step.Step, StatusNames.Of(step.Status), step.Summary))],
            [.. facts.Where(fact => fact.Value.Length > 0)],
            card,
            request,
            image);
        return Cut(renderer.Render(Template, document, cancellation), card, longest);
    }

    private static StepEvidence Read(string step, byte[] json)
    {
        try
        {
            return EvidenceJson.Read(json);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"the evidence of {step} cannot be read: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    /// <summary>Ends longer notes at a line, and says where the whole is.</summary>
    private static string Cut(string notes, string card, int longest)
    {
        if (notes.Length <= longest)
            return notes;
        var end = $"\n\nThese notes were too long for this page: see {card}.\n";
        var line = notes.LastIndexOf('\n', longest - end.Length);
        return notes[..Math.Max(line, 0)] + end;
    }
}
