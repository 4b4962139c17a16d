using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation;

/// <summary>Judges a metric's value against its threshold. The interval is shown, not judged.</summary>
public static class ThresholdGate
{
    /// <summary>The name of the check that judges a metric's threshold.</summary>
    /// <param name="metric">The metric's name.</param>
    public static string NameOf(string metric) => $"{metric}.threshold";

    /// <summary>
    /// The check <c>&lt;metric&gt;.threshold</c>: passed where the value is at least the threshold (at most, where less is better), failed where it is not,
    /// error where the value or the threshold is not a finite number.
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
            Name = NameOf(metric.Name),
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
        return passes
            ? check with { Status = Status.Passed, Reason = $"{shown} is {(metric.GreaterIsBetter ? "at least" : "at most")} {limit}" }
            : check with
            {
                Status = Status.Failed,
                Reason = $"{shown} is {(metric.GreaterIsBetter ? "below" : "above")} {limit} by {MetricText.Of(Math.Abs(value - threshold))}",
            };
    }
}
