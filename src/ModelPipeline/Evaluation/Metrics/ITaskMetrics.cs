namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The metrics of one task over rows that have finite labels and scores.</summary>
internal interface ITaskMetrics
{
    /// <summary>Why a metric is undefined for these rows, or <see langword="null"/>.</summary>
    string? Fault(string metric);

    /// <summary>The metric of a name, where it has no fault.</summary>
    RowMetric Create(string metric);
}
