using ModelPipeline.Data;

namespace ModelPipeline.Linear.Preprocessing;

/// <summary>Maps the codes of a column, whose dictionary may be any, to the categories of an encoding, by text.</summary>
internal static class CategoryPositions
{
    /// <summary>The position of a category that has no column.</summary>
    public const int Unknown = -1;

    /// <summary>The position in the encoding's categories of each code, at the code plus 1; at 0 that of the mode, for missing values.</summary>
    public static int[] Of(CategoricalColumn column, CategoricalEncoding encoding)
    {
        var known = new Dictionary<string, int>(encoding.Categories.Count, StringComparer.Ordinal);
        for (var i = 0; i < encoding.Categories.Count; i++)
            known.Add(encoding.Categories[i], i);
        return Of(column, known, encoding.Mode);
    }

    /// <inheritdoc cref="Of(CategoricalColumn, CategoricalEncoding)"/>
    /// <param name="column">The column.</param>
    /// <param name="known">The encoding's categories with their positions.</param>
    /// <param name="mode">Its most frequent category.</param>
    public static int[] Of(CategoricalColumn column, Dictionary<string, int> known, string? mode)
    {
        var categories = column.Categories;
        var positions = new int[categories.Count + 1];
        positions[0] = mode is null ? Unknown : known[mode];
        for (var code = 0; code < categories.Count; code++)
            positions[code + 1] = known.GetValueOrDefault(categories[code], Unknown);
        return positions;
    }
}
