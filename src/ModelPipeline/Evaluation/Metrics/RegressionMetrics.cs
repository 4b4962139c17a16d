using System.Globalization;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The metrics of a regression task.</summary>
internal sealed class RegressionMetrics : ITaskMetrics
{
    private static readonly double MachineEpsilon = Math.BitIncrement(1.0) - 1;
    private readonly double[] _labels;
    private readonly double[] _errors;

    public RegressionMetrics(ScoredRows rows)
    {
        _labels = rows.Labels.Numbers.ToArray();
        _errors = [.. _labels.Select((label, row) => Math.Abs(rows.Scores.Values[row] - label))];
    }

    public string? Fault(string metric)
    {
        if (metric != "r2")
            return null;
        if (_labels.Length < 2)
            return "it needs two or more test rows";
        return _labels.AsSpan().ContainsAnyExcept(_labels[0])
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"the label is {_labels[0]} in all {_labels.Length} test rows");
    }

    public RowMetric Create(string metric) => metric switch
    {
        "r2" => new DeterminationMetric(_labels, Squares()),
        "rmse" => new RootMeanSquareMetric(Squares()),
        "mae" => new MeanMetric(_errors),
        "mape" => new MeanMetric([.. _errors.Select((error, row) => error / Math.Max(Math.Abs(_labels[row]), MachineEpsilon))]),
        "median_ae" => new MedianMetric(_errors),
        _ => throw new NotSupportedException($"The metric '{metric}' is not implemented for regression."),
    };

    private double[] Squares() => [.. _errors.Select(error => error * error)];
}
