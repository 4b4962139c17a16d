using ModelPipeline.Evidence;

namespace ModelPipeline.Cards;

/// <summary>What a card shows of the candidate's speed and size.</summary>
internal static class SpeedFacts
{
    private const string Ratio = ".ratio";

    /// <summary>Names and ratios to the champion, with their intervals.</summary>
    public static IReadOnlyList<CardFact> Of(StepEvidence? evidence) => evidence is null ? [] :
    [
        .. evidence.Measures
            .Where(measure => measure.Key.EndsWith(Ratio, StringComparison.Ordinal))
            .Select(measure => new CardFact(measure.Key[..^Ratio.Length].Replace('_', ' '), CardNumber.Of(measure.Value))),
    ];
}
