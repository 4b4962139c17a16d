using ModelPipeline.Data;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Evaluation;

/// <summary>
/// The rows of a column, divided by its values: categories, numbers where there are at most 20 distinct ones, otherwise the ranges between the quartiles of
/// the rows; missing values are a part of their own.
/// </summary>
/// <param name="Names">The parts, ascending, missing values last; a category may have no row. Contains data: escape it.</param>
/// <param name="Codes">One index into <paramref name="Names"/> a row.</param>
internal sealed record ColumnParts(IReadOnlyList<string> Names, int[] Codes)
{
    private const int MostValues = 20;
    private const int Ranges = 4;

    /// <summary>The parts of columns, in the given order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns' names.</param>
    /// <exception cref="ArgumentException">Columns are not there, or hold times or texts; all of them are named.</exception>
    public static ColumnParts[] Of(Table rows, IReadOnlyList<string> columns)
    {
        Require(rows, columns);
        return [.. columns.Select(name => Of(rows[name]))];
    }

    /// <summary>Sees that rows can be divided by columns.</summary>
    /// <inheritdoc cref="Of(Table, IReadOnlyList{string})"/>
    public static void Require(Table rows, IEnumerable<string> columns)
    {
        string[] faults = [.. columns.Distinct().Select(name => Fault(name, rows.Find(name))).OfType<string>()];
        if (faults.Length > 0)
            throw new ArgumentException($"Slices need numeric or categorical columns: {string.Join("; ", faults)}.", nameof(columns));
    }

    private static string? Fault(string name, Column? column) => column switch
    {
        NumericColumn or CategoricalColumn => null,
        null => $"{QuotedText.Of(name)} is not a column",
        _ => $"{QuotedText.Of(name)} holds {Words.Of(column.Type)} values",
    };

    private static ColumnParts Of(Column column) => column is CategoricalColumn categories
        ? Of(column, [.. categories.Categories.Select(category => SliceName.OfValue(column.Name, category))], row => categories.Codes[row])
        : OfNumbers((NumericColumn)column);

    private static ColumnParts OfNumbers(NumericColumn column)
    {
        double[] sorted = [.. column.Values.ToArray().Where(value => !double.IsNaN(value)).Order()];
        double[] values = [.. sorted.Distinct().Take(MostValues + 1)];
        var isByValue = values.Length <= MostValues;
        var starts = isByValue ? values : Starts(sorted);
        var names = starts.Select((start, part) => isByValue
            ? SliceName.OfValue(column.Name, start)
            : part + 1 < starts.Length
                ? SliceName.OfRange(column.Name, start, starts[part + 1])
                : SliceName.OfLastRange(column.Name, start, sorted[^1]));
        return Of(column, [.. names], row => LastUpTo(column.Values[row], starts));
    }

    private static double[] Starts(double[] sorted) =>
        [.. Enumerable.Range(0, Ranges).Select(range => sorted[(int)((long)sorted.Length * range / Ranges)]).Distinct()];

    private static int LastUpTo(double value, double[] starts)
    {
        var found = Array.BinarySearch(starts, value);
        return found >= 0 ? found : ~found - 1;
    }

    private static ColumnParts Of(Column column, string[] names, Func<int, int> code)
    {
        var codes = new int[column.Count];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.IsMissing(row) ? names.Length : code(row);
        return new(codes.Contains(names.Length) ? [.. names, SliceName.OfMissing(column.Name)] : names, codes);
    }
}
