using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Neighbours;

/// <summary>Answers with the mean of the nearest training rows. A distance is a sum over the features: 0 for equal, 1 for entirely different ones.</summary>
internal sealed class NeighboursScorer(NeighboursModel model, ModelSignature signature) : IScorer
{
    private readonly double[] _ranges = [.. model.Columns.Select(column => Range(column.Numbers ?? []))];

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        var columns = InputColumns.Of(rows, signature.Inputs);
        var outputs = signature.Outputs.Count;
        var values = new double[rows.Rows * outputs];
        for (var row = 0; row < rows.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            Answer(Nearest(columns, row), values.AsSpan(row * outputs, outputs));
        }

        return new(signature.Outputs, values);
    }

    public void Dispose()
    {
        // It holds nothing but managed memory.
    }

    private ReadOnlySpan<int> Nearest(Column[] columns, int row)
    {
        var distances = new double[model.Answers.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is NumericColumn numbers)
                AddNumbers(distances, model.Columns[i].Numbers!, numbers.Values[row], _ranges[i]);
            else
                AddTexts(distances, model.Columns[i].Texts!, columns[i].IsMissing(row) ? null : columns[i].Text(row));
        }

        int[] order = [.. Enumerable.Range(0, distances.Length)];
        Array.Sort(distances, order);
        return order.AsSpan(0, Math.Min(model.K, order.Length));
    }

    private void Answer(ReadOnlySpan<int> nearest, Span<double> outputs)
    {
        foreach (var row in nearest)
        {
            if (model.Task == ModelTask.MulticlassClassification)
                outputs[(int)model.Answers[row]] += 1.0 / nearest.Length;
            else
                outputs[0] += model.Answers[row] / nearest.Length;
        }

        if (model.Task == ModelTask.BinaryClassification)
            outputs[0] = Math.Min(1, outputs[0]);
    }

    private static void AddNumbers(double[] distances, double[] training, double number, double range)
    {
        for (var row = 0; row < distances.Length; row++)
            distances[row] += double.IsNaN(number) || double.IsNaN(training[row]) ? 1 : Math.Min(1, Math.Abs(number - training[row]) / range);
    }

    private static void AddTexts(double[] distances, string?[] training, string? text)
    {
        for (var row = 0; row < distances.Length; row++)
            distances[row] += training[row] == text ? 0 : 1;
    }

    private static double Range(double[] numbers)
    {
        var known = numbers.Where(double.IsFinite).DefaultIfEmpty().ToArray();
        return known.Max() - known.Min() is > 0 and var range ? range : 1;
    }
}
