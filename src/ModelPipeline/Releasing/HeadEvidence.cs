using System.Text.Json;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Reading;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>Finds what a release is judged by in the files of a pull request's head (R15).</summary>
internal static class HeadEvidence
{
    /// <summary>The archive of the image among a release's artifacts.</summary>
    public const string ImageName = "image.tar";

    /// <summary>Finds it.</summary>
    /// <param name="at">The base, which says what must have been judged.</param>
    /// <param name="head">The head.</param>
    public static ReleaseEvidence Read(ReleaseBase at, ReleaseHead head)
    {
        var steps = StepNames.Required.ToDictionary(step => step, step => ReadStep(head, step));
        var trained = steps[StepNames.Train].Evidence?.Inputs;
        return new ReleaseEvidence
        {
            Spec = at.Spec,
            Champion = at.Champion,
            Inputs = new EvidenceInputs { Data = head.Document?.Data, Reference = trained?.Reference, Spec = at.Spec.Digest, Tool = trained?.Tool ?? default },
            Steps = steps,
            Bundle = head.Bundle,
            Card = CardOf(head, steps[StepNames.ModelCard].Evidence),
            Image = head.Document?.Artifacts?.GetValueOrDefault(ImageName)?.Digest,
            HasReports = evidence => ReportFiles.AreAmong(head.DigestOf, evidence),
        };
    }

    /// <summary>The card as it was rendered: the one that the evidence names, if the release's can be that.</summary>
    private static Digest? CardOf(ReleaseHead head, StepEvidence? evidence)
    {
        if (head.Document is not { } document || !head.Files.TryGetValue(ModelWorkspace.ModelCardName, out var card))
            return null;
        var rendered = evidence?.Facts.GetValueOrDefault(ModelCardStep.DigestFact);
        return ReleasedCard.Rendered(card, document).FirstOrDefault(digest => digest.ToString() == rendered, Digest.Of(card));
    }

    private static GateEvidence ReadStep(ReleaseHead head, string step)
    {
        if (!head.Files.TryGetValue($"evidence/{step}.json", out var json))
            return new GateEvidence(step, null, null);
        try
        {
            return new GateEvidence(step, EvidenceStore.Parse(json, step), null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return new GateEvidence(step, null, QuotedText.Escape(fault.Message, 400));
        }
    }
}
