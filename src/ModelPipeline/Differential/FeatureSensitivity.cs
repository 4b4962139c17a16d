using ModelPipeline.Data;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>
/// How much a model's answers depend on a feature: the mean over rows of the greatest change of an output when the feature's values change places between
/// the rows. It needs no labels. Source of permuting: L. Breiman, Random Forests, Machine Learning 45, 2001, section 10.
/// </summary>
/// <param name="rows">The rows: every column that the models read.</param>
/// <param name="unit">The unit of differences, in that of the outputs.</param>
/// <param name="seed">The seed of the permutations.</param>
internal sealed class FeatureSensitivity(Table rows, double unit, long seed)
{
    /// <summary>How many rows at most.</summary>
    private const int Most = 2000;

    private readonly Table _rows = rows.Rows <= Most ? rows : rows.Select([.. Shuffle.Order(rows.Rows, new SeededRandom(seed, 0)).Take(Most).Order()]);

    /// <summary>The sensitivity of both models to each of the champion's features. Both see the same permutations.</summary>
    /// <param name="champion">The champion and how to score with it.</param>
    /// <param name="candidate">The candidate and how to score with it.</param>
    /// <param name="cancellation">Stops the scoring.</param>
    public IReadOnlyList<FeatureReliance> Of((BundleManifest Manifest, IScorer Scorer) champion, (BundleManifest Manifest, IScorer Scorer) candidate, CancellationToken cancellation)
    {
        var before = Score(champion, _rows, cancellation)!;
        var after = Score(candidate, _rows, cancellation)!;
        return [.. champion.Manifest.Data.Columns.Select((feature, place) => Reliance(feature, Permuted(feature, place + 1)))];

        FeatureReliance Reliance(ColumnStatistics feature, Table permuted)
        {
            var beforePermuted = Score(champion, permuted, cancellation)!;
            var afterPermuted = Knows(candidate.Manifest, feature.Name) ? Score(candidate, permuted, cancellation) : null;
            return new(
                feature.Name,
                Change(before, beforePermuted),
                afterPermuted is null ? null : Change(after, afterPermuted),
                FeatureEffect.Of(before.Values, beforePermuted.Values, after.Values, afterPermuted is null ? [] : afterPermuted.Values));
        }
    }

    /// <summary>Whether a model saw the feature vary.</summary>
    private static bool Knows(BundleManifest manifest, string feature) =>
        manifest.Data.Columns.FirstOrDefault(column => column.Name == feature) is { } column && !column.IsConstant;

    private static Scores? Score((BundleManifest Manifest, IScorer Scorer) model, Table rows, CancellationToken cancellation) =>
        SignatureRows.Of(model.Manifest.Signature, rows).Inputs is { } inputs ? model.Scorer.Score(inputs, cancellation) : null;

    private double Change(Scores before, Scores after)
    {
        var sum = new CompensatedSum();
        for (var row = 0; row < before.Rows; row++)
        {
            var greatest = 0.0;
            for (var output = 0; output < before.Outputs.Count; output++)
                greatest = Math.Max(greatest, Math.Abs(after.Row(row)[output] - before.Row(row)[output]));
            sum.Add(greatest);
        }

        return sum.Value / before.Rows / unit;
    }

    /// <summary>The rows with one feature's values permuted; where all are equal, which no permutation changes, with values as in the champion's training.</summary>
    private Table Permuted(ColumnStatistics feature, int stream)
    {
        var column = _rows[feature.Name];
        var permuted = IsConstant(column)
            ? TrainingValues.Draw(feature, _rows.Rows, new SeededRandom(seed, stream))
            : column.Select(Shuffle.Order(_rows.Rows, new SeededRandom(seed, stream)));
        return new([.. _rows.Columns.Select(other => other == column ? permuted : other)]);
    }

    private static bool IsConstant(Column column) => Enumerable.Range(1, Math.Max(0, column.Count - 1)).All(row => column.Text(row) == column.Text(0));
}
