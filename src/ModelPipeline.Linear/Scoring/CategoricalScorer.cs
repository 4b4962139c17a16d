using ModelPipeline.Data;
using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Scoring;

/// <summary>Scores a category as its weight, an unknown one as 0, a missing one as the most frequent with the indicator's weight.</summary>
internal sealed class CategoricalScorer(CategoricalEncoding encoding, double[][] weights) : FeatureScorer
{
    private readonly Dictionary<string, int> _positions = encoding.Categories
        .Select(KeyValuePair.Create)
        .ToDictionary(StringComparer.Ordinal);

    private volatile Prepared? _last;

    /// <summary>Columns that share one dictionary, such as the rows of one request after the other, are prepared for once.</summary>
    public override ColumnScorer For(Column column)
    {
        var categorical = (CategoricalColumn)column;
        var prepared = _last;
        if (!ReferenceEquals(prepared?.Categories, categorical.Categories))
            _last = prepared = new(categorical.Categories, Contributions(categorical));
        return new OfColumn(categorical, prepared.Contributions);
    }

    /// <summary>For each linear function, at the code plus 1, what a category of the column contributes; at 0 what a missing value does.</summary>
    private double[][] Contributions(CategoricalColumn column)
    {
        var positions = CategoryPositions.Of(column, _positions, encoding.Mode);
        var contributions = new double[weights.Length][];
        for (var function = 0; function < weights.Length; function++)
        {
            var columns = weights[function];
            var contribution = new double[positions.Length];
            for (var i = 0; i < positions.Length; i++)
                contribution[i] = positions[i] == CategoryPositions.Unknown ? 0 : columns[positions[i]];
            if (encoding.MissingIndicator)
                contribution[0] += columns[^1];
            contributions[function] = contribution;
        }

        return contributions;
    }

    private sealed record Prepared(IReadOnlyList<string> Categories, double[][] Contributions);

    private sealed class OfColumn(CategoricalColumn column, double[][] contributions) : ColumnScorer
    {
        public override void Add(int function, int first, Span<double> scores)
        {
            var codes = column.Codes.Slice(first, scores.Length);
            var contribution = contributions[function];
            for (var i = 0; i < codes.Length; i++)
                scores[i] += contribution[codes[i] + 1];
        }
    }
}
