using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.Data;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Scoring;

/// <summary>Scores rows with a transformer. A call borrows a lane, so that calls at the same time do not share one.</summary>
internal sealed class MLNetScorer : IScorer
{
    private readonly ModelSignature _signature;
    private readonly IRowToRowMapper _mapper;
    private readonly ConcurrentBag<ScoringLane> _lanes = [];
    private readonly ITransformer _transformer;
    private volatile bool _disposed;

    public MLNetScorer(ITransformer transformer, ModelSignature signature)
    {
        _transformer = transformer;
        _signature = signature;
        _mapper = transformer.GetRowToRowMapper(TableSchema.Of(signature));
    }

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var columns = InputColumns.Of(rows, _signature.Inputs);
        cancellation.ThrowIfCancellationRequested();

        var values = new double[rows.Rows * _signature.Outputs.Count];
        var lane = _lanes.TryTake(out var free) ? free : new ScoringLane(_mapper, _signature);
        lane.Score(columns, values, cancellation);
        _lanes.Add(lane);
        if (_signature.Task == ModelTask.MulticlassClassification)
            Probabilities.Normalise(values, _signature.Outputs.Count);
        return new(_signature.Outputs, values);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        while (_lanes.TryTake(out var lane))
            lane.Dispose();
        (_transformer as IDisposable)?.Dispose();
    }
}
