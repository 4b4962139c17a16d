using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Cards;

/// <summary>What a card shows of the evaluation beside metrics and slices.</summary>
internal static class EvaluationFacts
{
    private const string FairnessPrefix = "fairness.";

    /// <summary>The worst parts of the test rows and how they were searched for.</summary>
    public static IReadOnlyList<string> WorstSlices(StepEvidence? evidence) => evidence is null ? [] :
    [
        .. Enumerable.Range(1, evidence.Facts.Count)
            .Select(number => evidence.Facts.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"worst_slice.{number}")))
            .TakeWhile(slice => slice is not null)
            .OfType<string>(),
        .. evidence.Facts.TryGetValue("worst_slices", out var search) ? [search] : Array.Empty<string>(),
    ];

    /// <summary>How differently the model treats groups; the evidence has a fact for each figure.</summary>
    public static IReadOnlyList<CardFairness> Fairness(StepEvidence? evidence) => evidence is null ? [] :
    [
        .. evidence.Facts
            .Where(fact => fact.Key.StartsWith(FairnessPrefix, StringComparison.Ordinal))
            .Select(fact => (Name: fact.Key[FairnessPrefix.Length..], fact.Value, Measure: evidence.Measures.GetValueOrDefault(fact.Key)))
            .Select(item => new CardFairness(
                item.Name[..item.Name.LastIndexOf('.')],
                item.Name[(item.Name.LastIndexOf('.') + 1)..].Replace('_', ' '),
                item.Measure is null ? "undefined" : CardNumber.Of(item.Measure),
                item.Value)),
    ];
}
