using ModelPipeline.Data;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>What keeps two models from being compared row by row.</summary>
internal static class Obstacles
{
    /// <summary>A sentence each; empty where they can be compared.</summary>
    /// <param name="champion">The champion.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="engines">The engines that are there.</param>
    /// <param name="rows">The reference rows.</param>
    public static IReadOnlyList<string> Of(BundleManifest champion, BundleManifest candidate, EngineCatalog engines, Table rows) =>
    [
        .. OfEngine("champion", champion, engines),
        .. OfEngine("candidate", candidate, engines),
        .. OfMeaning(champion.Signature, candidate.Signature),
        .. OfColumns("champion", champion.Signature, rows),
        .. OfColumns("candidate", candidate.Signature, rows),
    ];

    private static IEnumerable<string> OfEngine(string side, BundleManifest manifest, EngineCatalog engines) => engines.Has(manifest.Engine)
        ? []
        : [$"the {side} is a model of engine {QuotedText.Of(manifest.Engine)}, which is not in this build"];

    private static IEnumerable<string> OfMeaning(ModelSignature champion, ModelSignature candidate)
    {
        if (champion.Task != candidate.Task)
            yield return $"the champion's task is {Words.Of(champion.Task)}, the candidate's is {Words.Of(candidate.Task)}";
        else if (!champion.Classes.SequenceEqual(candidate.Classes))
        {
            yield return champion.Classes.Order(StringComparer.Ordinal).SequenceEqual(candidate.Classes.Order(StringComparer.Ordinal))
                ? $"the positive class is {QuotedText.Of(candidate.Classes[^1])} now, the champion's is {QuotedText.Of(champion.Classes[^1])}"
                : $"the candidate's classes are {Shown.Values(candidate.Classes)}, the champion's are {Shown.Values(champion.Classes)}";
        }
        else if (!champion.Outputs.SequenceEqual(candidate.Outputs))
            yield return $"the candidate's outputs are {Shown.Values(candidate.Outputs)}, the champion's are {Shown.Values(champion.Outputs)}";
    }

    private static IEnumerable<string> OfColumns(string side, ModelSignature signature, Table rows) =>
        SignatureRows.Of(signature, rows).Faults.Select(fault => $"the {side} cannot score the reference rows: {fault}");
}
