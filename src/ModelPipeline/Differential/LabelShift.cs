using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Differential;

/// <summary>How far the labels that the candidate was trained on are from those of the champion (prior shift).</summary>
internal static class LabelShift
{
    /// <summary>By custom, from here on a population has shifted.</summary>
    private const double OfClasses = 0.1;

    /// <summary>The mean's shift, in standard deviations, at which the index of two normal distributions is 0.1.</summary>
    private static readonly double OfNumbers = Math.Sqrt(OfClasses);

    /// <summary>The check <c>label_shift</c>.</summary>
    public static Check Judge(Comparison comparison, DifferentialLimits limits) => (comparison.Champion.Manifest.Data.Label, comparison.Candidate.Manifest.Data.Label) switch
    {
        (CategoricalStatistics before, CategoricalStatistics after) => Judge(
            Index(before, after), limits.LabelShift ?? OfClasses + ByChance(before, after), "the population stability index of the training labels' classes to the champion's is"),
        (NumericStatistics { StandardDeviation: > 0 and var deviation } before, NumericStatistics after) => Judge(
            Math.Abs((after.Mean - before.Mean) / deviation ?? double.NaN), limits.LabelShift ?? OfNumbers, "in standard deviations, the mean of the training labels is from the champion's"),
        _ => Judge(double.NaN, limits.LabelShift ?? OfClasses, ""),
    };

    /// <summary>The index that two samples of one population have on average: (classes - 1) (1/n + 1/m).</summary>
    private static double ByChance(CategoricalStatistics before, CategoricalStatistics after) => before.Count == 0 || after.Count == 0
        ? 0
        : (Math.Max(before.Distinct, after.Distinct) - 1) * (1.0 / before.Count + 1.0 / after.Count);

    private static double Index(CategoricalStatistics before, CategoricalStatistics after)
    {
        if (before.Distinct > before.Categories.Count || after.Distinct > after.Categories.Count)
            return double.NaN;
        string[] classes = [.. before.Categories.Concat(after.Categories).Select(category => category.Category).Distinct()];
        return PopulationStability.OfCounts(Counts(before), Counts(after));

        int[] Counts(CategoricalStatistics labels) => [.. classes.Select(name => labels.Categories.Where(category => category.Category == name).Sum(category => category.Count))];
    }

    private static Check Judge(double shift, double limit, string what) => new()
    {
        Name = "label_shift",
        Status = double.IsNaN(shift) ? Status.Error : shift <= limit ? Status.Passed : Status.Failed,
        Observed = double.IsFinite(shift) ? shift : null,
        Limit = limit,
        Reason = double.IsNaN(shift)
            ? "the bundles do not say how the training labels are spread"
            : $"{what} {MetricText.Of(shift)}, {(shift <= limit ? "within" : "more than")} the allowed {MetricText.Of(limit)}",
    };
}
