using System.Buffers;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Scoring;

/// <summary>Scores rows column by column, in blocks that stay in the processor's cache.</summary>
internal sealed class LinearScorer : IExplainingScorer
{
    private const int BlockRows = 1024;

    private readonly ModelSignature _signature;
    private readonly double[] _intercepts;
    private readonly FeatureScorer[] _features;

    public LinearScorer(LinearModel model, ModelSignature signature)
    {
        _signature = signature;
        _intercepts = [.. model.Intercepts];
        _features = new FeatureScorer[model.Encodings.Count];
        var start = 0;
        for (var i = 0; i < _features.Length; i++)
        {
            var count = model.Encodings[i].Columns;
            double[][] weights = [.. model.Weights.Select(columns => columns.Skip(start).Take(count).ToArray())];
            _features[i] = FeatureScorer.Of(model.Encodings[i], weights);
            start += count;
        }
    }

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        var columns = InputColumns.Of(rows, _signature.Inputs);
        var scorers = new ColumnScorer[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            scorers[i] = _features[i].For(columns[i]);

        var values = new double[rows.Rows * _intercepts.Length];
        for (var first = 0; first < rows.Rows; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(BlockRows, rows.Rows - first);
            ScoreBlock(scorers, first, values.AsSpan(first * _intercepts.Length, count * _intercepts.Length));
        }

        return new(_signature.Outputs, values);
    }

    /// <summary>Of a number its weight times its distance from the mean of the training rows; of a category, or a value that is missing, the weight.</summary>
    public Contributions Contribute(Table rows, CancellationToken cancellation)
    {
        var columns = InputColumns.Of(rows, _signature.Inputs);
        var values = new double[rows.Rows * _intercepts.Length * columns.Length];
        var added = new double[rows.Rows];
        for (var feature = 0; feature < columns.Length; feature++)
        {
            cancellation.ThrowIfCancellationRequested();
            var scorer = _features[feature].For(columns[feature]);
            for (var function = 0; function < _intercepts.Length; function++)
            {
                Array.Clear(added);
                scorer.Add(function, 0, added);
                for (var row = 0; row < added.Length; row++)
                    values[(((row * _intercepts.Length) + function) * columns.Length) + feature] = added[row];
            }
        }

        return new([.. _signature.Inputs.Select(input => input.Name)], _intercepts, values);
    }

    public void Dispose()
    {
        // It holds nothing but managed memory.
    }

    private void ScoreBlock(ColumnScorer[] scorers, int first, Span<double> values)
    {
        if (_signature.Task == ModelTask.MulticlassClassification)
        {
            ScoreClasses(scorers, first, values);
            return;
        }

        AddUp(scorers, 0, first, values);
        if (_signature.Task == ModelTask.BinaryClassification)
        {
            foreach (ref var value in values)
                value = Links.Sigmoid(value);
        }
    }

    private void ScoreClasses(ColumnScorer[] scorers, int first, Span<double> values)
    {
        var classes = _intercepts.Length;
        var rented = ArrayPool<double>.Shared.Rent(values.Length / classes);
        var scores = rented.AsSpan(0, values.Length / classes);
        for (var name = 0; name < classes; name++)
        {
            AddUp(scorers, name, first, scores);
            for (var row = 0; row < scores.Length; row++)
                values[(row * classes) + name] = scores[row];
        }

        ArrayPool<double>.Shared.Return(rented);
        for (var row = 0; row < scores.Length; row++)
            Links.Softmax(values.Slice(row * classes, classes));
    }

    private void AddUp(ColumnScorer[] scorers, int function, int first, Span<double> scores)
    {
        scores.Fill(_intercepts[function]);
        foreach (var scorer in scorers)
            scorer.Add(function, first, scores);
    }
}
