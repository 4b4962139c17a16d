using ModelPipeline.Data;
using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Scoring;

/// <summary>Scores a number as <c>(value − mean) · weight / scale</c>, a missing one as the weight of the indicator, 0 without one.</summary>
internal sealed class NumericScorer(NumericEncoding encoding, double[][] weights) : FeatureScorer
{
    private readonly double[] _slopes = [.. weights.Select(columns => columns[0] / encoding.Scale)];
    private readonly double[] _missing = [.. weights.Select(columns => encoding.MissingIndicator ? columns[1] : 0)];

    public override ColumnScorer For(Column column) => new OfColumn(this, encoding.Mean, (NumericColumn)column);

    private sealed class OfColumn(NumericScorer feature, double mean, NumericColumn column) : ColumnScorer
    {
        public override void Add(int function, int first, Span<double> scores)
        {
            var values = column.Values.Slice(first, scores.Length);
            var (slope, missing) = (feature._slopes[function], feature._missing[function]);
            for (var i = 0; i < values.Length; i++)
                scores[i] += double.IsNaN(values[i]) ? missing : (values[i] - mean) * slope;
        }
    }
}
