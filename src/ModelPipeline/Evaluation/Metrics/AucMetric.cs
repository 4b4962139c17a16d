using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The area under the ROC curve; DeLong interval.</summary>
internal sealed class AucMetric(BinaryRanking ranking) : RowMetric
{
    private DeLongComponents Components => ranking.Components;

    public override bool HasClosedForm => true;

    public override double Value(ReadOnlySpan<int> counts) => ranking.Auc(counts);

    public override Interval ClosedForm() => Components.Interval();

    public override Interval ClosedFormOfDifference(RowMetric other) => PairedDeLong.Of(ranking.Components, ((AucMetric)other).Components);
}
