using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The share of rows that are right; Wilson interval, that of a difference from the rows' differences.</summary>
internal sealed class ShareMetric(bool[] right) : RowMetric
{
    /// <summary>Whether each row is right.</summary>
    public ReadOnlySpan<bool> Right => right;

    public override bool HasClosedForm => true;

    public override double Value(ReadOnlySpan<int> counts)
    {
        var (hits, total) = (0L, 0L);
        for (var row = 0; row < right.Length; row++)
        {
            hits += right[row] ? counts[row] : 0;
            total += counts[row];
        }

        return (double)hits / total;
    }

    public override Interval ClosedForm() => WilsonInterval.Of(Right.Count(true), right.Length);

    public override Interval ClosedFormOfDifference(RowMetric other)
    {
        var others = ((ShareMetric)other).Right;
        var differences = new double[right.Length];
        for (var row = 0; row < differences.Length; row++)
            differences[row] = (right[row] ? 1 : 0) - (others[row] ? 1 : 0);
        return MeanInterval.Of(differences);
    }
}
