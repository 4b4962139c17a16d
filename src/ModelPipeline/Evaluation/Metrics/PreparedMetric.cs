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
    /// <param name="all">The bootstrap replicates, of this metric among others.</param>
    public MetricEstimate Estimate(MetricReplicates all)
    {
        if (_undefined is not null)
            return MetricEstimate.OfUndefined(_definition, _undefined);
        var replicates = all.Of(this);
        var interval = replicates is null ? Metric!.ClosedForm() : Metric!.FromReplicates(_value, replicates);
        var (low, high) = interval.Within(_definition.Minimum, _definition.Maximum);
        return new(_definition, new(_value, low, high), null)
        {
            DroppedReplicates = replicates is null ? 0 : BootstrapInterval.Dropped(replicates),
        };
    }

    /// <summary>The value less that of another model on the same rows, with its paired interval; NaN where either is undefined.</summary>
    /// <param name="other">The same metric of the other model.</param>
    /// <param name="all">The bootstrap replicates, of both metrics among others.</param>
    public Estimate Difference(PreparedMetric other, MetricReplicates all)
    {
        if (Metric is null || other.Metric is null)
            return new(double.NaN, double.NaN, double.NaN);
        var difference = _value - other._value;
        var interval = all.Of(this) is { } replicates && all.Of(other) is { } others
            ? Metric.FromReplicates(difference, [.. replicates.Zip(others, (replicate, second) => replicate - second)])
            : Metric.ClosedFormOfDifference(other.Metric);
        var range = _definition.Maximum - _definition.Minimum;
        var (low, high) = interval.Including(difference).Within(-range, range);
        return new(difference, low, high);
    }
}
