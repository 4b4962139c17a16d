namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The average precision: the precision at each threshold, weighted by the recall that it adds.</summary>
internal sealed class AveragePrecisionMetric(BinaryRanking ranking) : RowMetric
{
    public override double Value(ReadOnlySpan<int> counts) => ranking.AveragePrecision(counts);
}
