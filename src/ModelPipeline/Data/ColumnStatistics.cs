using System.Text.Json.Serialization;

namespace ModelPipeline.Data;

/// <summary>What a column looks like. Equal for equal values in any order of the rows.</summary>
/// <param name="Name">The header.</param>
/// <param name="Count">How many rows have a value.</param>
/// <param name="Missing">How many rows have none.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NumericStatistics), "numeric")]
[JsonDerivedType(typeof(CategoricalStatistics), "categorical")]
public abstract record ColumnStatistics(string Name, int Count, int Missing)
{
    /// <summary>Whether it has one value at most.</summary>
    [JsonIgnore]
    internal abstract bool IsConstant { get; }

    /// <summary>Describes the numeric and the categorical columns of a table, in its order.</summary>
    public static IReadOnlyList<ColumnStatistics> Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Columns.Where(column => column is NumericColumn or CategoricalColumn).Select(Of)];
    }

    /// <summary>Describes a numeric or categorical column.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static ColumnStatistics Of(Column column) => column switch
    {
        NumericColumn numbers => NumericStatistics.Of(numbers),
        CategoricalColumn categories => CategoricalStatistics.Of(categories),
        _ => throw new ArgumentException($"Column '{column?.Name}' holds neither numbers nor categories.", nameof(column)),
    };
}
