using System.Collections;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation;

/// <summary>The slices of rows: the parts of one column (<see cref="ColumnParts"/>), or the combinations of two columns' parts; none is empty.</summary>
internal sealed class Slices : IReadOnlyList<Slice>
{
    /// <summary>The most slices of one spec.</summary>
    public const int Most = 400;

    private readonly Slice[] _slices;

    private Slices(Slice[] slices, int leftOut)
    {
        _slices = slices;
        LeftOut = leftOut;
    }

    /// <summary>The greatest slice that was left out has so many rows; 0 where none was.</summary>
    public int GreatestLeftOut { get; private init; }

    /// <summary>How many slices were left out, the smallest ones, of equal ones the last, because there are more than <see cref="Most"/>.</summary>
    public int LeftOut { get; }

    /// <inheritdoc/>
    public int Count => _slices.Length;

    /// <inheritdoc/>
    public Slice this[int index] => _slices[index];

    /// <summary>Divides rows; ascending by the first column, then by the second, missing values last. Without rows there are no slices.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="spec">One column or two.</param>
    /// <exception cref="ArgumentException">Columns are not there, or hold times or texts; all of them are named.</exception>
    public static Slices Of(Table rows, SliceSpec spec)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(spec);
        var columns = ColumnParts.Of(rows, spec.Columns);
        Slice[] all =
        [
            .. Enumerable.Range(0, rows.Rows)
                .GroupBy(row => columns.Aggregate(0L, (key, column) => key * column.Names.Count + column.Codes[row]))
                .OrderBy(group => group.Key)
                .Select(group => new Slice(NameOf(columns, group.First()), [.. group])),
        ];
        var greatest = all.Index().OrderByDescending(slice => slice.Item.Rows.Length).Take(Most);
        Slice[] kept = [.. greatest.OrderBy(slice => slice.Index).Select(slice => slice.Item)];
        return new(kept, all.Length - kept.Length)
        {
            GreatestLeftOut = all.Select(slice => slice.Rows.Length).OrderDescending().Skip(Most).FirstOrDefault(),
        };
    }

    /// <inheritdoc/>
    public IEnumerator<Slice> GetEnumerator() => _slices.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string NameOf(ColumnParts[] columns, int row) => SliceName.OfAll(columns.Select(column => column.Names[column.Codes[row]]));
}
