using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Preprocessing;

/// <summary>Fits the encodings on training rows, and encodes those rows.</summary>
internal static class RowEncoder
{
    /// <summary>The encoding of each column, in order.</summary>
    /// <exception cref="TrainingException">A column cannot be standardised.</exception>
    public static IReadOnlyList<FeatureEncoding> Fit(IReadOnlyList<Column> columns, int maxCategories) =>
        [.. columns.Select(column => Fit(column, maxCategories))];

    /// <summary>The design matrix of the rows that the encodings were fitted on.</summary>
    /// <exception cref="TrainingException">There are too many rows to encode at once.</exception>
    public static DesignMatrix Encode(IReadOnlyList<Column> columns, ColumnLayout layout, int rows)
    {
        if ((long)rows * Math.Max(layout.Numbers, layout.Ones) > Array.MaxLength)
            throw new TrainingException($"{rows} rows of {columns.Count} features are more than this engine trains on at once: train on a sample of the rows.");

        var numbers = new double[rows * layout.Numbers];
        var ones = new int[rows * layout.Ones];
        Strided(numbers, layout.Numbers, 0).Fill(1);

        var (number, one, firstOne) = (1, 0, layout.Numbers);
        for (var i = 0; i < columns.Count; i++)
        {
            var encoding = layout.Encodings[i];
            if (columns[i] is NumericColumn numeric)
                Write(numeric, (NumericEncoding)encoding, Strided(numbers, layout.Numbers, number++));
            if (columns[i] is CategoricalColumn categorical)
            {
                Write(categorical, (CategoricalEncoding)encoding, firstOne, Strided(ones, layout.Ones, one++));
                firstOne += ((CategoricalEncoding)encoding).Categories.Count;
            }

            if (encoding.MissingIndicator)
                WriteIndicator(columns[i], firstOne++, Strided(ones, layout.Ones, one++));
        }

        return new(rows, layout, numbers, ones);
    }

    private static FeatureEncoding Fit(Column column, int maxCategories) => column switch
    {
        NumericColumn numeric => NumericEncoding.Fit(numeric),
        CategoricalColumn categorical => CategoricalEncoding.Fit(categorical, maxCategories),
        _ => throw new ArgumentException($"Column '{column.Name}' is neither numeric nor categorical.", nameof(column)),
    };

    private static void Write(NumericColumn column, NumericEncoding encoding, StridedSpan<double> target)
    {
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
            target[row] = double.IsNaN(values[row]) ? 0 : (values[row] - encoding.Mean) / encoding.Scale;
    }

    private static void Write(CategoricalColumn column, CategoricalEncoding encoding, int first, StridedSpan<int> target)
    {
        var positions = CategoryPositions.Of(column, encoding);
        var codes = column.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            var position = positions[codes[row] + 1];
            target[row] = position == CategoryPositions.Unknown ? DesignMatrix.None : first + position;
        }
    }

    private static void WriteIndicator(Column column, int position, StridedSpan<int> target)
    {
        for (var row = 0; row < column.Count; row++)
            target[row] = column.IsMissing(row) ? position : DesignMatrix.None;
    }

    private static StridedSpan<T> Strided<T>(T[] values, int stride, int start) => new(values, stride, start);
}
