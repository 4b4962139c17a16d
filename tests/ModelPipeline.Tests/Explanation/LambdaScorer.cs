using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Explanation;

/// <summary>Scores rows as a test says, from their numbers in the order of the columns.</summary>
internal sealed class LambdaScorer(IReadOnlyList<string> outputs, Func<double[], double[]> score) : IScorer
{
    public static LambdaScorer OfOne(Func<double[], double> score) => new(["score"], numbers => [score(numbers)]);

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(outputs, [.. Enumerable.Range(0, rows.Rows).SelectMany(row => score([.. rows.Columns.Select(column => NumberOf(column, row))]))]);
    }

    public void Dispose()
    {
    }

    private static double NumberOf(Column column, int row) => column is NumericColumn numbers ? numbers.Values[row] : ((CategoricalColumn)column).Codes[row];
}
