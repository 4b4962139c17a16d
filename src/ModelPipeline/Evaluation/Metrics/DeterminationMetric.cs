using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>
/// The coefficient of determination: one minus the squared errors over the labels' squared distances from their mean. Undefined where all labels are equal
/// (scikit-learn then says 0 or 1).
/// </summary>
internal sealed class DeterminationMetric(double[] labels, double[] squaredErrors) : RowMetric
{
    public override double Value(ReadOnlySpan<int> counts)
    {
        var (labelSum, errorSum) = (new CompensatedSum(), new CompensatedSum());
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        var total = 0L;
        for (var row = 0; row < labels.Length; row++)
        {
            if (counts[row] == 0)
                continue;
            labelSum.Add(counts[row] * labels[row]);
            errorSum.Add(counts[row] * squaredErrors[row]);
            least = Math.Min(least, labels[row]);
            greatest = Math.Max(greatest, labels[row]);
            total += counts[row];
        }

        if (least == greatest)
            return double.NaN;
        var mean = labelSum.Value / total;
        var distances = new CompensatedSum();
        for (var row = 0; row < labels.Length; row++)
            distances.Add(counts[row] * (labels[row] - mean) * (labels[row] - mean));
        return 1 - errorSum.Value / distances.Value;
    }
}
