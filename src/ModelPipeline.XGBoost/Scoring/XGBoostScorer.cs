using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;
using ModelPipeline.XGBoost.Native;

namespace ModelPipeline.XGBoost.Scoring;

/// <summary>Scores rows in blocks, several at once where there are many. A row's score does not depend on its block.</summary>
internal sealed class XGBoostScorer : IScorer
{
    private const int BlockRows = 1024;

    private readonly XGBoostModel _model;
    private readonly ModelSignature _signature;
    private readonly Booster _booster;

    /// <exception cref="InvalidDataException">The library cannot load the trees.</exception>
    public XGBoostScorer(XGBoostModel model, ModelSignature signature)
    {
        (_model, _signature) = (model, signature);
        try
        {
            _booster = Booster.Load(model.Trees.Span);
            PrepareForThreads();
        }
        catch (XGBoostException fault)
        {
            _booster?.Dispose();
            throw new InvalidDataException($"XGBoost cannot load the model: {fault.Message}.", fault);
        }
    }

    private int Outputs => _signature.Outputs.Count;

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        var encoder = new RowEncoder(_model.Encodings, InputColumns.Of(rows, _signature.Inputs));
        cancellation.ThrowIfCancellationRequested();
        var values = new double[rows.Rows * Outputs];
        var blocks = (rows.Rows + BlockRows - 1) / BlockRows;
        if (blocks < 2)
            ScoreBlock(0);
        else
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, ScoreBlock);
        return new(_signature.Outputs, values);

        void ScoreBlock(int block)
        {
            var start = block * BlockRows;
            var count = Math.Min(BlockRows, rows.Rows - start);
            if (count > 0)
                this.ScoreBlock(encoder, start, values.AsSpan(start * Outputs, count * Outputs));
        }
    }

    public void Dispose() => _booster.Dispose();

    private void ScoreBlock(RowEncoder encoder, int start, Span<double> values)
    {
        using var rows = encoder.Encode(start, values.Length / Outputs);
        _booster.Predict(rows, values);
        switch (_signature.Task)
        {
            case ModelTask.BinaryClassification:
                foreach (ref var value in values)
                    value = Links.Sigmoid(value);
                break;
            case ModelTask.MulticlassClassification:
                for (var row = 0; row < rows.Rows; row++)
                    Links.Softmax(values.Slice(row * Outputs, Outputs));
                break;
            default:
                foreach (ref var value in values)
                    value += _model.Base;
                break;
        }
    }

    /// <summary>The library configures a model on its first use, and that alone is not safe from several threads.</summary>
    private void PrepareForThreads()
    {
        using var row = EncodedRows.For(1, _model.Encodings.Count, _model.Width);
        row.Columns.AsSpan(0, row.Entries).Clear();
        row.Values.AsSpan(0, row.Entries).Fill(float.NaN);
        _booster.Predict(row, new double[Outputs]);
    }
}
