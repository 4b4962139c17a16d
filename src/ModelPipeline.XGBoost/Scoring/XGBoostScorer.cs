using System.Runtime.ExceptionServices;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;
using ModelPipeline.XGBoost.Native;

namespace ModelPipeline.XGBoost.Scoring;

/// <summary>Scores rows in blocks, several at once where there are many. A row's score does not depend on its block.</summary>
internal sealed class XGBoostScorer : IExplainingScorer
{
    private const int BlockRows = 1024;

    /// <summary>How many contributions a block has at most.</summary>
    private const int BlockNumbers = 1 << 22;

    private readonly XGBoostModel _model;
    private readonly ModelSignature _signature;
    private readonly Booster _booster;
    private readonly Lock _contributing = new();

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
            InParallel(blocks, ScoreBlock, cancellation);
        return new(_signature.Outputs, values);

        void ScoreBlock(int block)
        {
            var start = block * BlockRows;
            var count = Math.Min(BlockRows, rows.Rows - start);
            if (count > 0)
                this.ScoreBlock(encoder, start, values.AsSpan(start * Outputs, count * Outputs));
        }
    }

    public Contributions Contribute(Table rows, CancellationToken cancellation)
    {
        var encoder = new RowEncoder(_model.Encodings, InputColumns.Of(rows, _signature.Inputs));
        var contributions = new RowContributions(_model, Outputs, rows.Rows);
        var most = Math.Clamp(BlockNumbers / (Outputs * (_model.Width + 1)), 1, BlockRows);
        for (var start = 0; start < rows.Rows; start += most)
        {
            cancellation.ThrowIfCancellationRequested();
            using var block = encoder.Encode(start, Math.Min(most, rows.Rows - start));
            contributions.Add(start, ContributeBlock(block));
        }

        return new([.. _signature.Inputs.Select(input => input.Name)], contributions.Bases, contributions.Values);
    }

    public void Dispose() => _booster.Dispose();

    private static void InParallel(int blocks, Action<int> score, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, score);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private void ScoreBlock(RowEncoder encoder, int start, Span<double> values)
    {
        using var rows = encoder.Encode(start, values.Length / Outputs);
        Predict(rows, values);
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

    private double[] ContributeBlock(EncodedRows rows)
    {
        var contributions = new double[rows.Rows * Outputs * (_model.Width + 1)];
        try
        {
            lock (_contributing)
                _booster.Contribute(rows, contributions);
            return contributions;
        }
        catch (XGBoostException fault)
        {
            throw new InvalidDataException($"XGBoost cannot explain the rows: {fault.Message}.", fault);
        }
    }

    private void Predict(EncodedRows rows, Span<double> margins)
    {
        try
        {
            _booster.Predict(rows, margins);
        }
        catch (XGBoostException fault)
        {
            throw new InvalidDataException($"XGBoost cannot score the rows: {fault.Message}.", fault);
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
