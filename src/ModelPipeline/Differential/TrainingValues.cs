using ModelPipeline.Data;
using ModelPipeline.Statistics;

namespace ModelPipeline.Differential;

/// <summary>Values as a model saw them in training, drawn from what its bundle says of the column.</summary>
internal static class TrainingValues
{
    /// <summary>A column of drawn values: categories by their counts, numbers evenly between the quantiles.</summary>
    public static Column Draw(ColumnStatistics column, int rows, SeededRandom random) => column switch
    {
        CategoricalStatistics { Categories.Count: > 0 } categories => DrawCategories(categories, rows, random),
        NumericStatistics { Quantiles.Count: > 0 } numbers => new NumericColumn(column.Name, [.. Enumerable.Range(0, rows).Select(_ => Between(numbers.Quantiles, random.NextDouble()))]),
        _ => new NumericColumn(column.Name, [.. Enumerable.Repeat(double.NaN, rows)]),
    };

    private static CategoricalColumn DrawCategories(CategoricalStatistics column, int rows, SeededRandom random)
    {
        string[] categories = [.. column.Categories.Select(category => category.Category).Order(StringComparer.Ordinal)];
        int[] codes =
        [
            .. column.Categories.SelectMany(category => Enumerable.Repeat(Array.BinarySearch(categories, category.Category, StringComparer.Ordinal), category.Count)),
        ];
        return new(column.Name, [.. Enumerable.Range(0, rows).Select(_ => codes[random.NextBelow(codes.Length)])], categories);
    }

    private static double Between(IReadOnlyList<Quantile> quantiles, double probability)
    {
        var above = quantiles.Index().FirstOrDefault(quantile => quantile.Item.Probability >= probability, (Index: quantiles.Count - 1, Item: quantiles[^1]));
        if (above.Index == 0)
            return quantiles[0].Value;
        var (low, high) = (quantiles[above.Index - 1], above.Item);
        var share = Math.Min(1, (probability - low.Probability) / (high.Probability - low.Probability));
        return (1 - share) * low.Value + share * high.Value;
    }
}
