using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>The values of a column that are not what they must be: one fault, however many they are.</summary>
internal static class MisfitFault
{
    /// <summary>Names the first value and its place, and says how many there are.</summary>
    /// <param name="column">The column.</param>
    /// <param name="misfits">The entries at fault; at least one.</param>
    /// <param name="what">What is wrong with the first of them, as the rest of a sentence.</param>
    /// <param name="locations">Where rows are.</param>
    public static string Of(RawColumn column, IReadOnlyList<int> misfits, string what, RowLocations locations)
    {
        var entries = misfits.ToHashSet();
        var rows = Enumerable.Range(0, column.Rows).Where(row => entries.Contains(column.Entry(row))).ToList();
        var first = column.Text(column.Entry(rows[0])).ToString();
        var because = column.Use.Because == "" ? "" : $" ({column.Use.Because})";
        var more = (rows.Count - 1, misfits.All(entry => column.Text(entry).SequenceEqual(first))) switch
        {
            (0, _) => "",
            (_, true) => string.Create(CultureInfo.InvariantCulture, $", in {rows.Count} rows"),
            (1, _) => $", nor is 1 other (in {locations.Of(rows[1], rows[0])})",
            var (others, _) => string.Create(CultureInfo.InvariantCulture, $", nor are {others} others (next in {locations.Of(rows[1], rows[0])})"),
        };
        return $"{locations.Of(rows[0])}: column {Shown.Value(column.Name)}: {Shown.Value(first)} {what}{because}{more}";
    }
}
