using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evidence;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>What the step Evaluate leaves in its evidence beside the checks.</summary>
internal static class EvaluateRecord
{
    /// <summary>The measures <c>&lt;metric&gt;</c>, <c>champion.&lt;metric&gt;</c> and <c>difference.&lt;metric&gt;</c>, the number of test rows, and the champion's share of them.</summary>
    public static IReadOnlyDictionary<string, Measure> Measures(IReadOnlyList<MetricComparison> comparisons, int rows, SeenRows? seen)
    {
        var measures = Measures(comparisons.Select(comparison => comparison.Candidate));
        foreach (var (metric, measure) in Measures(comparisons.Select(comparison => comparison.Champion).OfType<MetricEstimate>()))
            measures[$"champion.{metric}"] = measure;
        foreach (var comparison in comparisons.Where(comparison => double.IsFinite(comparison.Difference.Value)))
            measures[$"difference.{comparison.Metric.Name}"] = Measure.Of(comparison.Difference);
        measures["test_rows"] = rows;
        if (seen is { Fault: null })
            measures["champion.seen_test_rows"] = seen.Share;
        return measures;
    }

    /// <summary>The defined metrics by name.</summary>
    public static SortedDictionary<string, Measure> Measures(IEnumerable<MetricEstimate> estimates) => new(
        estimates.Where(estimate => estimate.Undefined is null).ToDictionary(estimate => estimate.Metric.Name, estimate => Measure.Of(estimate.Estimate)),
        StringComparer.Ordinal);

    /// <summary>Why metrics are undefined, why the champion cannot be compared with, and what it means that it has seen test rows.</summary>
    public static IReadOnlyDictionary<string, string> Facts(IReadOnlyList<MetricComparison> comparisons, BundleScores? champion, SeenRows? seen)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var comparison in comparisons)
        {
            if (comparison.Candidate.Undefined is { } candidate)
                facts[$"undefined.{comparison.Metric.Name}"] = candidate;
            if (comparison.Champion?.Undefined is { } reason)
                facts[$"undefined.champion.{comparison.Metric.Name}"] = reason;
        }

        if (champion is { Faults.Count: > 0 })
            facts["champion.faults"] = string.Join("; ", champion.Faults);
        if (seen?.Meaning("the champion") is { } meaning)
            facts["champion.seen_test_rows"] = meaning;
        return facts;
    }
}
