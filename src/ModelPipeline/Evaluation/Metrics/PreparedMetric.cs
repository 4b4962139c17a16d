using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>A metric over given rows: its value, or why it has none.</summary>
internal sealed class PreparedMetric
{
    private readonly MetricDefinition _definition;
    private readonly double _value;
    private readonly string? _undefined;

    private PreparedMetric(MetricDefinition definition, RowMetric? metric, double value, string? undefined)
    {
        _definition = definition;
        _value = value;
        _undefined = undefined;
        Metric = metric;
    }

    /// <summary>The metric; <see langword="null"/> where it is undefined.</summary>
    public RowMetric? Metric { get; }

    /// <summary>Whether its interval needs replicates.</summary>
    public bool NeedsBootstrap => Metric is { HasClosedForm: false };

    public static PreparedMetric Of(MetricDefinition definition, RowMetric metric, ReadOnlySpan<int> ones)
    {
        var value = metric.Value(ones);
        return double.IsFinite(value)
            ? new(definition, metric, value, null)
            : Undefined(definition, "its value is not finite: labels or scores are too large or too small to compute with");
    }

    public static PreparedMetric Undefined(MetricDefinition definition, string reason) => new(definition, null, double.NaN, reason);

    /// <summary>The value with its interval.</summary>
    /// <param name="replicates">The metric's bootstrap replicates; <see langword="null"/> where there are none.</param>
    public MetricEstimate Estimate(double[]? replicates)
    {
        if (_undefined is not null)
            return MetricEstimate.OfUndefined(_definition, _undefined);
        var interval = replicates is null ? Metric!.ClosedForm() : Metric!.FromReplicates(_value, replicates);
        var (low, high) = interval.Within(_definition.Minimum, _definition.Maximum);
        return new(_definition, new(_value, low, high), null)
        {
            DroppedReplicates = replicates is null ? 0 : BootstrapInterval.Dropped(replicates),
        };
    }
}
