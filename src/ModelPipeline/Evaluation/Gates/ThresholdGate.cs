using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>Judges a metric's value against its threshold. The interval is shown, not judged.</summary>
internal static class ThresholdGate
{
    /// <summary>
    /// The check <c>&lt;metric&gt;.threshold</c>: passed where the value is at least the threshold (at most, where less is better), failed where it is not,
    /// error where the value or the threshold is not a finite number. A value that would pass but has no interval says nothing about other rows: that is an
    /// error too.
    /// </summary>
    /// <param name="estimate">The metric on the test rows.</param>
    /// <param name="gate">What the metric must reach.</param>
    /// <exception cref="ArgumentException">The gate has no threshold.</exception>
    public static Check Judge(MetricEstimate estimate, GateSpec gate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(gate);
        var metric = estimate.Metric;
        if (gate.Threshold is not { } threshold)
            throw new ArgumentException($"The gate of {metric.Name} has no threshold.", nameof(gate));

        var value = estimate.Estimate.Value;
        var check = new Check
        {
            Name = GateNames.Threshold(metric.Name),
            Status = Status.Error,
            Observed = double.IsFinite(value) ? value : null,
            Limit = double.IsFinite(threshold) ? threshold : null,
            Reason = "",
        };
        if (!double.IsFinite(threshold))
            return check with { Reason = $"{metric.Name} cannot be judged: its threshold {MetricText.Of(threshold)} is not a finite number" };
        if (estimate.Undefined is not null || !double.IsFinite(value))
            return check with { Reason = $"{metric.Name} is undefined: {estimate.Undefined ?? $"its value is {MetricText.Of(value)}"}" };

        var shown = $"{metric.Name} {MetricText.Of(estimate.Estimate)}";
        var limit = $"the threshold {MetricText.Of(threshold)}";
        var passes = metric.GreaterIsBetter ? value >= threshold : value <= threshold;
        if (passes && (double.IsNaN(estimate.Estimate.Low) || double.IsNaN(estimate.Estimate.High)))
            return check with { Reason = $"{shown} cannot be judged: there are too few test rows for an interval" };

        return passes
            ? check with { Status = Status.Passed, Reason = $"{shown} is {(metric.GreaterIsBetter ? "at least" : "at most")} {limit}" }
            : check with
            {
                Status = Status.Failed,
                Reason = $"{shown} is {(metric.GreaterIsBetter ? "below" : "above")} {limit} by {MetricText.Of(Math.Abs(value - threshold))}",
            };
    }
}
