using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>Which columns are features, and why others are not.</summary>
internal sealed record FeatureChoice(Table Features, IReadOnlyList<UnusedColumn> Unused)
{
    public static FeatureChoice Of(DataSpec spec, Table table)
    {
        var roles = new HashSet<string>([spec.Label, .. spec.Key, .. spec.Ignore], StringComparer.Ordinal);
        if (spec.Time is { } time)
            roles.Add(time);
        var free = table.Columns.Where(column => !roles.Contains(column.Name)).Select(column => (Column: column, Reason: WhyNot(column, spec))).ToList();
        return new(
            new Table([.. free.Where(column => column.Reason is null).Select(column => column.Column)]),
            [.. free.Where(column => column.Reason is not null).Select(column => new UnusedColumn(column.Column.Name, column.Reason!))]);
    }

    public string WhyNone() => Unused.Count == 0
        ? "every column is the label, a key, the time or ignored"
        : Shown.List(Unused, column => $"{Shown.Value(column.Name)} {column.Reason}");

    private static string? WhyNot(Column column, DataSpec spec)
    {
        if (!Enumerable.Range(0, column.Count).Any(row => !column.IsMissing(row)))
            return "has no value in any row";
        if (!spec.Columns.ContainsKey(column.Name) && DecimalCommaColumn.Is(column))
            return "looks like numbers with decimal commas: write them with a point, or say in data.columns what they are";
        return column.Type switch
        {
            ColumnType.Text => "is text: a feature is numeric or categorical (data.columns can say so)",
            ColumnType.Time => "is a time: a feature is numeric or categorical",
            _ => null,
        };
    }
}
