using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The mean of one number a row; normal interval.</summary>
internal sealed class MeanMetric(double[] values) : RowMetric
{
    /// <summary>The rows' numbers.</summary>
    public ReadOnlySpan<double> RowValues => values;

    public override bool HasClosedForm => true;

    public override double Value(ReadOnlySpan<int> counts)
    {
        var sum = new CompensatedSum();
        var total = 0L;
        for (var row = 0; row < values.Length; row++)
        {
            sum.Add(counts[row] * values[row]);
            total += counts[row];
        }

        return sum.Value / total;
    }

    public override Interval ClosedForm() => MeanInterval.Of(values);
}
