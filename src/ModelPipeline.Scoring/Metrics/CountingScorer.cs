using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Metrics;

/// <summary>Counts the rows that a scorer scores.</summary>
internal sealed class CountingScorer(IScorer scorer, ServiceMetrics metrics) : IScorer
{
    public Scores Score(Table rows, CancellationToken cancellation)
    {
        var scores = scorer.Score(rows, cancellation);
        metrics.Scored(scores.Rows);
        return scores;
    }

    public void Dispose() => scorer.Dispose();
}
