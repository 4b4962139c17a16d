using ModelPipeline.Data;

namespace Shared.Engines;

/// <summary>Short ways to a slightly different table.</summary>
internal static class TableChanges
{
    /// <summary>The table with one more column, or another in place of that of its name.</summary>
    public static Table With(this Table rows, Column column) => rows.Find(column.Name) is null
        ? new([.. rows.Columns, column])
        : new([.. rows.Columns.Select(old => old.Name == column.Name ? column : old)]);

    /// <summary>The table without a column.</summary>
    public static Table Without(this Table rows, string name) => new([.. rows.Columns.Where(column => column.Name != name)]);

    /// <summary>The table with every value of a column missing.</summary>
    public static Table WithMissing(this Table rows, string name) => rows.With(rows[name] is CategoricalColumn categories
        ? new CategoricalColumn(name, Many(rows, CategoricalColumn.Missing), [.. categories.Categories])
        : new NumericColumn(name, Many(rows, double.NaN)));

    /// <summary>The table with one number in every row of a column.</summary>
    public static Table WithNumber(this Table rows, string name, double value) => rows.With(new NumericColumn(name, Many(rows, value)));

    /// <summary>The table with one category in every row of a column.</summary>
    public static Table WithCategory(this Table rows, string name, string category) => rows.With(new CategoricalColumn(name, Many(rows, 0), [category]));

    private static T[] Many<T>(Table rows, T value) => [.. Enumerable.Repeat(value, rows.Rows)];
}
