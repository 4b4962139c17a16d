using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>A release as its branch holds it.</summary>
/// <param name="Commit">The branch's tip.</param>
/// <param name="Folder">The release's folder there.</param>
/// <param name="Evidence">The evidence of every step that a release needs, as it is there.</param>
internal sealed record ProposedRelease(string Commit, ReleaseFolder Folder, IReadOnlyList<StepEvidence> Evidence)
{
    /// <summary>Reads the evidence among a release's files.</summary>
    /// <exception cref="InvalidDataException">Evidence is absent or cannot be read.</exception>
    public static ProposedRelease Of(string commit, ReleaseFolder folder) => new(commit, folder, [.. StepNames.Required.Select(step => Read(folder, step))]);

    private static StepEvidence Read(ReleaseFolder folder, string step)
    {
        try
        {
            return folder.Files.TryGetValue(ReleaseFolder.EvidencePath(step), out var json) ? EvidenceJson.Read(json) : throw new InvalidDataException($"there is no evidence of {step}");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"the evidence of {step} cannot be read: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }
}
