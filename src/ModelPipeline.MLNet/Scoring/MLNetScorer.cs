using System.Runtime.ExceptionServices;
using Microsoft.ML;
using ModelPipeline.Data;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Scoring;

/// <summary>
/// Scores rows with a transformer in blocks, several at once where there are many. A block borrows a lane, so that blocks and calls at the same time
/// do not share one; a row's score does not depend on its block.
/// </summary>
internal sealed class MLNetScorer : IScorer
{
    private const int BlockRows = 1024;

    private readonly ModelSignature _signature;
    private readonly ITransformer _transformer;
    private readonly LanePool _lanes;
    private readonly int _outputs;
    private volatile bool _disposed;

    public MLNetScorer(ITransformer transformer, ModelSignature signature)
    {
        _transformer = transformer;
        _signature = signature;
        _outputs = signature.Outputs.Count;
        _lanes = new LanePool(transformer.GetRowToRowMapper(TableSchema.Of(signature)), signature);
    }

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellation.ThrowIfCancellationRequested();

        var values = new double[rows.Rows * _outputs];
        if (rows.Rows <= BlockRows)
            ScoreBlock(rows, 0, rows.Rows, values, cancellation);
        else
            ScoreBlocks(rows, values, cancellation);
        return new(_signature.Outputs, values);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _lanes.Dispose();
        (_transformer as IDisposable)?.Dispose();
    }

    private void ScoreBlocks(Table rows, double[] values, CancellationToken cancellation)
    {
        var blocks = (rows.Rows + BlockRows - 1) / BlockRows;
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.For(0, blocks, options, block =>
            {
                var start = block * BlockRows;
                ScoreBlock(rows, start, Math.Min(BlockRows, rows.Rows - start), values, cancellation);
            });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private void ScoreBlock(Table rows, int start, int count, double[] values, CancellationToken cancellation)
    {
        var scores = values.AsSpan(start * _outputs, count * _outputs);
        var lane = _lanes.Borrow();
        lane.Score(rows, start, count, scores, cancellation);
        _lanes.Return(lane);
        if (_signature.Task == ModelTask.MulticlassClassification)
            Probabilities.Normalise(scores, _outputs);
    }
}
