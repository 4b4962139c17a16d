using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>One input of a model.</summary>
/// <param name="Name">The column's header.</param>
/// <param name="Type"><see cref="ColumnType.Numeric"/> or <see cref="ColumnType.Categorical"/>.</param>
/// <param name="Categories">The categories that were seen in training, in ordinal order; empty for numbers.</param>
public sealed record FeatureSignature(string Name, ColumnType Type, IReadOnlyList<string> Categories)
{
    /// <summary>Describes a column of the training rows.</summary>
    /// <param name="column">The column; its dictionary may hold categories that no training row has.</param>
    public static FeatureSignature Of(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new FeatureSignature(column.Name, column.Type, column is CategoricalColumn categories ? Seen(categories) : []);
    }

    private static string[] Seen(CategoricalColumn column)
    {
        var seen = new bool[column.Categories.Count];
        foreach (var code in column.Codes)
            if (code != CategoricalColumn.Missing)
                seen[code] = true;
        return [.. column.Categories.Where((_, code) => seen[code])];
    }
}
