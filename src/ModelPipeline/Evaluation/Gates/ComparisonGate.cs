using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>
/// Judges a candidate's gain over the champion by its paired 95% interval: wholly on the right side of the margin passed, wholly on the wrong side failed,
/// otherwise undecided. A gain is positive where the candidate is better, whether greater or less is better.
/// </summary>
internal static class ComparisonGate
{
    /// <summary>
    /// The check of a margin: passed, failed, or error where values, interval or margin are not finite numbers, and where the interval straddles the margin
    /// (passed where the spec says so). Observed is the difference candidate less champion, the limit is that of this difference.
    /// </summary>
    /// <param name="comparison">The metric of both on the same rows.</param>
    /// <param name="margin">What the gain must reach.</param>
    /// <param name="undecided">What an undecided comparison means.</param>
    /// <param name="rows">How many rows the comparison is of.</param>
    public static GateVerdict Judge(MetricComparison comparison, Margin margin, Undecided undecided, int rows)
    {
        var metric = comparison.Metric;
        var limit = margin.LimitOf(metric);
        var check = new Check
        {
            Name = margin.Check,
            Status = Status.Error,
            Observed = Finite(comparison.Difference.Value),
            Limit = Finite(limit),
            Reason = "",
        };
        if (WhyUnjudgeable(comparison, margin) is { } fault)
            return new(check with { Reason = $"{metric.Name} cannot be compared: {fault}" });

        var shown = Shown(comparison);
        var gain = comparison.Gain;
        if (gain.Low >= margin.Gain)
            return new(check with { Status = Status.Passed, Reason = $"{shown}, {margin.Met}" });
        if (gain.High < margin.Gain)
            return new(check with { Status = Status.Failed, Reason = $"{shown}, {margin.Missed}" });

        var open = check with { Reason = $"{shown}, across {margin.Words}: {RowsToDecide.Sentence(gain, margin.Gain, rows)}", Hint = RowsToDecide.Method };
        return undecided == Undecided.Pass
            ? new(open with { Status = Status.Passed, Reason = $"{open.Reason}; evaluate.undecided lets it pass" })
            : new(open, IsUndecided: true);
    }

    private static string? WhyUnjudgeable(MetricComparison comparison, Margin margin)
    {
        if (!double.IsFinite(margin.Gain))
            return $"{margin.Words} is not a finite number";
        if (WhyUndefined(comparison.Candidate) is { } candidate)
            return $"of the candidate it is undefined: {candidate}";
        if (comparison.Champion is not { } champion)
            return "of the champion it was not measured";
        if (WhyUndefined(champion) is { } reason)
            return $"of the champion it is undefined: {reason}";
        var (value, low, high) = comparison.Difference;
        if (double.IsNaN(low) || double.IsNaN(high))
            return "there are too few test rows for an interval of the difference";
        return double.IsFinite(value) && double.IsFinite(low) && double.IsFinite(high) ? null : "the difference or its interval is not finite";
    }

    private static string? WhyUndefined(MetricEstimate estimate) =>
        estimate.Undefined ?? (double.IsFinite(estimate.Estimate.Value) ? null : $"its value is {MetricText.Of(estimate.Estimate.Value)}");

    private static string Shown(MetricComparison comparison)
    {
        var metric = comparison.Metric;
        var direction = metric.GreaterIsBetter ? "" : " (less is better)";
        return $"{metric.Name} {MetricText.Of(comparison.Candidate.Estimate.Value)} less the champion's {MetricText.Of(comparison.Champion!.Estimate.Value)} is "
            + $"{MetricText.Of(comparison.Difference)}{direction}";
    }

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
