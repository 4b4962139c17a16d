using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Evaluation;

/// <summary>Divides rows by the value of a column.</summary>
internal static class Slices
{
    private const int MostValues = 20;
    private const int Ranges = 4;

    /// <summary>The slices of a categorical or numeric column, ascending, missing values last.</summary>
    public static IEnumerable<Slice> Of(Column column)
    {
        var present = Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row));
        var slices = column switch
        {
            CategoricalColumn categories => present.GroupBy(row => categories.Codes[row]).OrderBy(group => group.Key)
                .Select(group => ValueSlice(column, group)),
            NumericColumn numbers => OfNumbers(numbers, [.. present]),
            _ => throw new ArgumentException($"Column '{column.Name}' holds neither numbers nor categories.", nameof(column)),
        };
        int[] missing = [.. Enumerable.Range(0, column.Count).Where(column.IsMissing)];
        return missing.Length == 0 ? slices : slices.Append(new($"{column.Name} is missing", missing));
    }

    private static IEnumerable<Slice> OfNumbers(NumericColumn column, int[] present)
    {
        var byValue = present.GroupBy(row => column.Values[row]).OrderBy(group => group.Key);
        return byValue.Count() <= MostValues ? byValue.Select(group => ValueSlice(column, group)) : OfRanges(column, present);
    }

    private static IEnumerable<Slice> OfRanges(NumericColumn column, int[] present)
    {
        double[] sorted = [.. present.Select(row => column.Values[row]).Order()];
        double[] starts = [.. Enumerable.Range(0, Ranges).Select(range => sorted[(int)((long)sorted.Length * range / Ranges)]).Distinct()];
        var byRange = present.ToLookup(row => Array.FindLastIndex(starts, start => column.Values[row] >= start));
        return starts.Select((start, range) => new Slice(
            range + 1 < starts.Length
                ? string.Create(CultureInfo.InvariantCulture, $"{column.Name} in [{start}, {starts[range + 1]})")
                : string.Create(CultureInfo.InvariantCulture, $"{column.Name} in [{start}, {sorted[^1]}]"),
            [.. byRange[range]]));
    }

    private static Slice ValueSlice(Column column, IEnumerable<int> rows)
    {
        int[] all = [.. rows];
        return new($"{column.Name}={column.Text(all[0])}", all);
    }
}
