namespace ModelPipeline.Data.Reading;

/// <summary>The entries of a column, read as a type.</summary>
/// <param name="Values">One value an entry.</param>
/// <param name="Misfits">The entries that are none.</param>
internal sealed record Parsed<T>(T[] Values, IReadOnlyList<int> Misfits)
{
    public delegate bool TryParse(ReadOnlySpan<char> text, out T value);

    /// <summary>Reads each entry once.</summary>
    /// <param name="column">The column.</param>
    /// <param name="parse">Reads one text.</param>
    /// <param name="missing">What a missing value is read as.</param>
    /// <param name="stop">Whether to stop at the first misfit.</param>
    public static Parsed<T> Of(RawColumn column, TryParse parse, T missing, bool stop)
    {
        var values = new T[column.Entries];
        var misfits = new List<int>();
        for (var entry = 0; entry < values.Length && !(stop && misfits.Count > 0); entry++)
        {
            if (column.IsMissing(entry))
                values[entry] = missing;
            else if (!parse(column.Text(entry), out values[entry]))
                misfits.Add(entry);
        }
        return new(values, misfits);
    }
}
