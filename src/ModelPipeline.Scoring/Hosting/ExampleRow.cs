using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>A row that shows how rows of a model look: of each input the median or the most frequent category. It is nobody's row, as everybody may see it.</summary>
/// <param name="Inputs">One row.</param>
/// <param name="Scores">What the model says of it.</param>
internal sealed record ExampleRow(Table Inputs, Scores Scores)
{
    private const double Middle = 0.5;

    public static ExampleRow Of(ServedModel model)
    {
        var manifest = model.Bundle.Manifest;
        var statistics = manifest.Data.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var row = new Table([.. manifest.Signature.Inputs.Select(input => ColumnOf(input, statistics.GetValueOrDefault(input.Name)))]);
        return new(row, model.Scorer.Score(row, CancellationToken.None));
    }

    /// <summary>The value of an input as text; empty where it is missing.</summary>
    public string Text(string input) => Inputs[input].Text(0);

    private static Column ColumnOf(FeatureSignature input, ColumnStatistics? statistics) => input.Type == ColumnType.Numeric
        ? new NumericColumn(input.Name, [MedianOf(statistics as NumericStatistics)])
        : new CategoricalColumn(input.Name, [ModeOf(input.Categories, statistics as CategoricalStatistics)], [.. input.Categories]);

    private static double MedianOf(NumericStatistics? statistics) =>
        statistics?.Quantiles.Where(quantile => quantile.Probability == Middle).Select(quantile => (double?)quantile.Value).FirstOrDefault() ?? double.NaN;

    private static int ModeOf(IReadOnlyList<string> categories, CategoricalStatistics? statistics)
    {
        var codes = statistics?.Categories.Select(category => categories.ToList().IndexOf(category.Category)) ?? [];
        return codes.FirstOrDefault(code => code >= 0, categories.Count > 0 ? 0 : CategoricalColumn.Missing);
    }
}
