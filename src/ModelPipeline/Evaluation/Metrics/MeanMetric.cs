using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The mean of one number a row; normal interval, that of a difference from the rows' differences.</summary>
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

    public override Interval ClosedFormOfDifference(RowMetric other)
    {
        var others = ((MeanMetric)other).RowValues;
        var differences = new double[values.Length];
        for (var row = 0; row < differences.Length; row++)
            differences[row] = values[row] - others[row];
        return MeanInterval.Of(differences);
    }
}
