using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>What a column must be for the model to be evaluated by its values.</summary>
internal static class SliceRule
{
    /// <summary>The most values that a categorical column may have.</summary>
    public const int MostValues = 100;

    /// <summary>Reports every slice that is neither numeric nor categorical, or has too many values.</summary>
    public static void Check(Table table, IEnumerable<ColumnMention> slices, FaultList faults)
    {
        foreach (var slice in slices)
        {
            if (Fault(table[slice.Name]) is { } fault)
                faults.Add($"{slice.Start}{Shown.Value(slice.Name)} {fault}");
        }
    }

    private static string? Fault(Column column) => column switch
    {
        CategoricalColumn { Categories.Count: > MostValues and var count } =>
            string.Create(CultureInfo.InvariantCulture, $"has {count} values, more than {MostValues}: slice by a column that has fewer"),
        NumericColumn or CategoricalColumn => null,
        _ => "is neither numeric nor categorical",
    };
}
