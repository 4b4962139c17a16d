namespace ModelPipeline.Data;

/// <summary>A column's values as numbers that are equal where the values are.</summary>
internal static class ColumnBits
{
    private const long Missing = -1;

    public static long[] Of(Column column) => column switch
    {
        NumericColumn numbers => Map(numbers.Values, BitConverter.DoubleToInt64Bits),
        CategoricalColumn categories => Map(categories.Codes, code => (long)code),
        TimeColumn times => Map(times.Values, time => time?.Ticks ?? Missing),
        TextColumn texts => OfTexts(texts),
        _ => throw new ArgumentException($"Unknown column type {column.Type}.", nameof(column)),
    };

    private static long[] OfTexts(TextColumn column)
    {
        var codes = new Dictionary<string, long>(StringComparer.Ordinal);
        return Map(column.Values, text =>
        {
            if (text is null)
                return Missing;
            codes.TryAdd(text, codes.Count);
            return codes[text];
        });
    }

    private static long[] Map<T>(ReadOnlySpan<T> values, Func<T, long> bits)
    {
        var mapped = new long[values.Length];
        for (var i = 0; i < mapped.Length; i++)
            mapped[i] = bits(values[i]);
        return mapped;
    }
}
