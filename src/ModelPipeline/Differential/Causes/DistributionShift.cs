using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;

namespace ModelPipeline.Differential.Causes;

/// <summary>Whether a column's values are distributed otherwise in the candidate's training than in the champion's.</summary>
internal static class DistributionShift
{
    private const double Certain = 5;
    private const double LeastShare = 0.05;
    private const double LeastMove = 0.1;
    private const double LeastSpread = 1.25;

    /// <summary>What moved, as the end of a sentence; <see langword="null"/> where it is as before.</summary>
    public static string? Of(ColumnStatistics champion, ColumnStatistics candidate) => (champion, candidate) switch
    {
        ({ Count: 0 }, { Count: 0 }) => null,
        (NumericStatistics before, NumericStatistics after) => OfNumbers(before, after),
        (CategoricalStatistics before, CategoricalStatistics after) => OfCategories(new(before, after)),
        _ => "is of another type",
    };

    private static string? OfNumbers(NumericStatistics before, NumericStatistics after)
    {
        if (before is not { Mean: { } mean, StandardDeviation: { } deviation } || after is not { Mean: { } newMean, StandardDeviation: { } newDeviation })
            return "has no values in one of the trainings";
        var move = Math.Abs(newMean - mean);
        if (move > LeastMove * deviation && Significance.OfMeans(mean, deviation, before.Count, newMean, newDeviation, after.Count) > Certain)
            return string.Create(CultureInfo.InvariantCulture, $"has a mean of {MetricText.Of(newMean)}, it was {MetricText.Of(mean)} ({move / deviation:0.00} standard deviations)");
        return Math.Max(deviation, newDeviation) > LeastSpread * Math.Min(deviation, newDeviation)
            ? $"has a standard deviation of {MetricText.Of(newDeviation)}, it was {MetricText.Of(deviation)}"
            : null;
    }

    private static string? OfCategories(CategoryShares shares)
    {
        if (!(shares.TotalVariation > LeastShare) || shares.Categories.All(category => shares.Distance(category, category) <= Certain))
            return null;
        var moved = shares.Categories.MaxBy(category => Math.Abs(shares.InCandidate(category) - shares.InChampion(category)))!;
        return $"is {Shown.Value(moved)} in {Shown.Percent(shares.InCandidate(moved))} of the rows, it was {Shown.Percent(shares.InChampion(moved))}";
    }
}
