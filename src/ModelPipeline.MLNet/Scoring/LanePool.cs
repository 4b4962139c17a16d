using System.Collections.Concurrent;
using Microsoft.ML.Data;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Scoring;

/// <summary>Lanes that nobody uses at the moment. One is kept at hand, for calls one after the other; a lane that is not returned is no loss.</summary>
internal sealed class LanePool(IRowToRowMapper mapper, ModelSignature signature) : IDisposable
{
    private readonly ConcurrentBag<ScoringLane> _others = [];
    private ScoringLane? _atHand;

    public ScoringLane Borrow() =>
        Interlocked.Exchange(ref _atHand, null) ?? (_others.TryTake(out var lane) ? lane : new ScoringLane(mapper, signature));

    public void Return(ScoringLane lane)
    {
        if (Volatile.Read(ref _atHand) is null)
            Volatile.Write(ref _atHand, lane);
        else
            _others.Add(lane);
    }

    public void Dispose()
    {
        _atHand?.Dispose();
        foreach (var lane in _others)
            lane.Dispose();
    }
}
