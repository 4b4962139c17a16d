namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The median of one number a row: the mean of the two middle ones of an even number of rows.</summary>
internal sealed class MedianMetric : RowMetric
{
    private readonly double[] _sorted;
    private readonly int[] _rows;

    public MedianMetric(double[] values)
    {
        _sorted = [.. values];
        _rows = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(_sorted, _rows);
    }

    public override double Value(ReadOnlySpan<int> counts)
    {
        var total = 0L;
        foreach (var count in counts)
            total += count;
        var (place, seen) = (-1, 0L);
        while (seen <= (total - 1) / 2)
            seen += counts[_rows[++place]];
        var lower = _sorted[place];
        while (seen <= total / 2)
            seen += counts[_rows[++place]];
        return lower + (_sorted[place] - lower) / 2;
    }
}
