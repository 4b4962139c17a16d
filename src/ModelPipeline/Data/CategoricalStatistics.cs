namespace ModelPipeline.Data;

/// <summary>What a column of categories looks like.</summary>
/// <param name="Name">The header.</param>
/// <param name="Count">How many rows have a category.</param>
/// <param name="Missing">How many rows have none.</param>
public sealed record CategoricalStatistics(string Name, int Count, int Missing) : ColumnStatistics(Name, Count, Missing)
{
    private const int MaxCategories = 100;

    /// <summary>How many different categories there are.</summary>
    public int Distinct { get; init; }

    /// <summary>The most frequent categories, at most 100, the most frequent first; of equally frequent ones in ordinal order.</summary>
    public IReadOnlyList<CategoryCount> Categories { get; init; } = [];

    internal override bool IsConstant => Distinct <= 1;

    /// <summary>Describes a column.</summary>
    public static CategoricalStatistics Of(CategoricalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var counts = new int[column.Categories.Count];
        foreach (var code in column.Codes)
        {
            if (code != CategoricalColumn.Missing)
                counts[code]++;
        }
        var present = counts.Index().Where(category => category.Item > 0).ToList();
        var count = counts.Sum();
        return new CategoricalStatistics(column.Name, count, column.Count - count)
        {
            Distinct = present.Count,
            Categories =
            [
                .. present.Select(category => new CategoryCount(column.Categories[category.Index], category.Item))
                    .OrderByDescending(category => category.Count)
                    .ThenBy(category => category.Category, StringComparer.Ordinal)
                    .Take(MaxCategories),
            ],
        };
    }
}
