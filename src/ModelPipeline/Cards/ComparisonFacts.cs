using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Cards;

/// <summary>What a card shows of the comparison with the champion.</summary>
internal static class ComparisonFacts
{
    private static readonly (string Measure, string Name)[] Shares =
    [
        ("changed_rows", "rows that changed by more than the tolerance"),
    ];

    private static readonly (string Measure, string Name)[] Flips =
    [
        ("label_flips", "rows that changed label"),
        ("negative_flips", "rows that were right and are wrong now"),
        ("positive_flips", "rows that were wrong and are right now"),
    ];

    private static readonly (string Measure, string Name)[] Moves =
    [
        ("mean_shift", "shift of the mean score"),
        ("median_shift", "shift of the median row"),
        ("p95_difference", "95 of 100 rows moved by at most"),
        ("p99_difference", "99 of 100 rows moved by at most"),
        ("rank_correlation", "rank correlation of the scores (Spearman)"),
        ("psi", "population stability index of the scores"),
        ("ks", "greatest distance of the distributions (Kolmogorov and Smirnov)"),
    ];

    /// <summary>Names and values on what differs, row by row. A regression has no labels to flip.</summary>
    public static IReadOnlyList<CardFact> Differences(StepEvidence? evidence, ModelTask task)
    {
        if (evidence is null || evidence.Status == Status.NoBaseline)
            return [];
        return
        [
            .. Find(evidence, [("reference_rows", "rows compared")], CardNumber.Of),
            .. Find(evidence, Shares, Percent),
            .. Find(evidence, task == ModelTask.Regression ? [] : Flips, Percent),
            .. Find(evidence, Moves, CardNumber.Of),
            .. evidence.Facts.TryGetValue("seen_by_champion", out var seen) ? [new CardFact("note", seen)] : Array.Empty<CardFact>(),
        ];
    }

    /// <summary>What the differences come from, the most specific first.</summary>
    public static IReadOnlyList<string> Causes(StepEvidence? evidence) => evidence is null ? [] :
    [
        .. Enumerable.Range(1, evidence.Facts.Count)
            .Select(number => evidence.Facts.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"cause.{number}")))
            .TakeWhile(cause => cause is not null)
            .OfType<string>(),
    ];

    private static IEnumerable<CardFact> Find(StepEvidence evidence, (string Measure, string Name)[] names, Func<Measure, string> show) =>
        from item in names
        let measure = evidence.Measures.GetValueOrDefault(item.Measure)
        where measure is not null
        select new CardFact(item.Name, show(measure));

    private static string Percent(Measure share) => share is { Low: { } low, High: { } high }
        ? $"{Shown.Percent(share.Value)} [{Shown.Percent(low)}, {Shown.Percent(high)}]"
        : Shown.Percent(share.Value);
}
