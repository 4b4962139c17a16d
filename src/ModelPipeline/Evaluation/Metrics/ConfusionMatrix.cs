namespace ModelPipeline.Evaluation.Metrics;

/// <summary>How many rows of each class are predicted as each class.</summary>
internal readonly ref struct ConfusionMatrix
{
    private readonly ReadOnlySpan<long> _cells;

    /// <summary>Makes a matrix of its cells.</summary>
    /// <param name="cells">The number of rows by true class, then by predicted class.</param>
    /// <param name="classes">How many classes there are.</param>
    public ConfusionMatrix(ReadOnlySpan<long> cells, int classes)
    {
        _cells = cells;
        Classes = classes;
    }

    public int Classes { get; }

    public long Right(int label) => _cells[label * Classes + label];

    public long Actual(int label)
    {
        var sum = 0L;
        for (var predicted = 0; predicted < Classes; predicted++)
            sum += _cells[label * Classes + predicted];
        return sum;
    }

    public long Predicted(int label)
    {
        var sum = 0L;
        for (var actual = 0; actual < Classes; actual++)
            sum += _cells[actual * Classes + label];
        return sum;
    }
}
