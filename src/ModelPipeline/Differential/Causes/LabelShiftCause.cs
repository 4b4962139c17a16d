using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;

namespace ModelPipeline.Differential.Causes;

/// <summary>The share of a class, or the mean of the label, changed between the trainings (prior shift).</summary>
internal sealed class LabelShiftCause : ICause
{
    private const double Certain = 3;
    private const double Least = 0.03;

    public IEnumerable<string> Find(Comparison comparison) => (comparison.Champion.Manifest.Data.Label, comparison.Candidate.Manifest.Data.Label) switch
    {
        (CategoricalStatistics { Count: > 0 } before, CategoricalStatistics { Count: > 0 } after) => OfClasses(new(before, after)),
        (NumericStatistics { Count: > 0 } before, NumericStatistics { Count: > 0 } after) => OfNumbers(before, after),
        _ => [],
    };

    private static IEnumerable<string> OfClasses(CategoryShares shares) => shares.Categories
        .Where(name => Math.Abs(shares.InCandidate(name) - shares.InChampion(name)) > Least && shares.Distance(name, name) > Certain)
        .OrderByDescending(name => Math.Abs(shares.InCandidate(name) - shares.InChampion(name)))
        .Take(1)
        .Select(name => $"{Shown.Percent(shares.InCandidate(name))} of the training labels are {Shown.Value(name)}, {Shown.Percent(shares.InChampion(name))} of the champion's");

    private static IEnumerable<string> OfNumbers(NumericStatistics before, NumericStatistics after)
    {
        var (mean, deviation, newMean) = (before.Mean!.Value, before.StandardDeviation!.Value, after.Mean!.Value);
        var move = Math.Abs(newMean - mean) / deviation;
        if (move > Least && Significance.OfMeans(mean, deviation, before.Count, newMean, after.StandardDeviation!.Value, after.Count) > Certain)
            yield return string.Create(CultureInfo.InvariantCulture, $"the mean of the training labels is {MetricText.Of(newMean)}, the champion's {MetricText.Of(mean)}: {move:0.00} standard deviations away");
    }
}
