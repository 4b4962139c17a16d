using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>A metric over given rows, prepared so that one pass over their counts gives its value.</summary>
internal abstract class RowMetric
{
    /// <summary>The metric of the rows, each counted as often as said. NaN where it is undefined. Thread-safe.</summary>
    public abstract double Value(ReadOnlySpan<int> counts);

    /// <summary>Whether <see cref="ClosedForm"/> gives the interval; otherwise a bootstrap does.</summary>
    public virtual bool HasClosedForm => false;

    /// <summary>The interval of the rows, each counted once.</summary>
    public virtual Interval ClosedForm() => Interval.Undefined;

    /// <summary>The interval of this metric less the same one of another model on the same rows.</summary>
    public virtual Interval ClosedFormOfDifference(RowMetric other) => Interval.Undefined;

    /// <summary>The interval from bootstrap replicates.</summary>
    public virtual Interval FromReplicates(double value, double[] replicates) => BootstrapInterval.Percentile(value, replicates);
}
