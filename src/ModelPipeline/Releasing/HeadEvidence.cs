using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Reading;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>Finds what a release is judged by in the files of a pull request's head (R15).</summary>
internal static class HeadEvidence
{
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
            Bundle = head.Bundle?.Digest,
            Card = CardOf(head),
            Image = head.Document?.Artifacts?.GetValueOrDefault(ReleaseImage.ArchiveName)?.Digest,
            HasReports = evidence => ReportFiles.AreAmong(head.DigestOf, evidence),
        };
    }

    /// <summary>The card as it was rendered; as it is where it lacks the section of the release.</summary>
    private static Digest? CardOf(ReleaseHead head)
    {
        if (head.Document is not { } document || !head.Files.TryGetValue(ModelWorkspace.ModelCardName, out var card))
            return null;
        return ReleasedCard.Rendered(card, document) ?? Digest.Of(card);
    }

    private static GateEvidence ReadStep(ReleaseHead head, string step)
    {
        if (!head.Files.TryGetValue(ReleaseFolder.EvidencePath(step), out var json))
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
