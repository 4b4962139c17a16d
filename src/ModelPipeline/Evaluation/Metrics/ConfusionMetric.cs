namespace ModelPipeline.Evaluation.Metrics;

/// <summary>A metric that the confusion matrix determines.</summary>
/// <param name="cells">For each row its true class times the number of classes, plus the predicted class.</param>
/// <param name="classes">How many classes there are.</param>
/// <param name="formula">The metric of the matrix.</param>
internal sealed class ConfusionMetric(int[] cells, int classes, ConfusionFormula formula) : RowMetric
{
    public override double Value(ReadOnlySpan<int> counts)
    {
        var matrix = new long[classes * classes];
        for (var row = 0; row < cells.Length; row++)
            matrix[cells[row]] += counts[row];
        return formula(new(matrix, classes));
    }
}
