namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The mean over the classes of the area under the ROC curve of one class against the rest.</summary>
internal sealed class MacroAucMetric(IReadOnlyList<BinaryRanking> rankings) : RowMetric
{
    public override double Value(ReadOnlySpan<int> counts)
    {
        var sum = 0.0;
        foreach (var ranking in rankings)
            sum += ranking.Auc(counts);
        return sum / rankings.Count;
    }
}
