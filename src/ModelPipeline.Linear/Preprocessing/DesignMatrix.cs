namespace ModelPipeline.Linear.Preprocessing;

/// <summary>
/// The encoded rows. A row is its numbers (the constant 1 first) and the positions of its ones, so that the work
/// of a row does not grow with the number of categories.
/// </summary>
/// <param name="rows">How many rows there are.</param>
/// <param name="layout">Where the columns lie.</param>
/// <param name="numbers"><see cref="ColumnLayout.Numbers"/> a row. Not copied.</param>
/// <param name="ones"><see cref="ColumnLayout.Ones"/> columns a row, ascending; <see cref="None"/> where there is no one. Not copied.</param>
internal sealed class DesignMatrix(int rows, ColumnLayout layout, double[] numbers, int[] ones)
{
    public const int None = -1;

    public int Rows => rows;

    public int Width => layout.Width;

    /// <summary>The product of a row and a vector of <see cref="Width"/> weights.</summary>
    public double Dot(int row, ReadOnlySpan<double> weights)
    {
        var values = NumbersOf(row);
        var sum = Vectors.Dot(values, weights[..values.Length]);
        foreach (var column in OnesOf(row))
        {
            if (column != None)
                sum += weights[column];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a row to a vector of <see cref="Width"/> sums.</summary>
    public void AddRow(int row, double factor, Span<double> sums)
    {
        Vectors.AddScaled(sums, factor, NumbersOf(row));
        foreach (var column in OnesOf(row))
        {
            if (column != None)
                sums[column] += factor;
        }
    }

    /// <summary>Adds a multiple of a row's outer product with itself to the lower triangle of a square matrix, row after row.</summary>
    public void AddOuterProduct(int row, double factor, Span<double> sums)
    {
        var values = NumbersOf(row);
        for (var i = 0; i < values.Length; i++)
            Vectors.AddScaled(sums.Slice(i * Width, i + 1), factor * values[i], values[..(i + 1)]);

        var columns = OnesOf(row);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] == None)
                continue;
            var line = sums.Slice(columns[i] * Width, columns[i] + 1);
            Vectors.AddScaled(line, factor, values);
            for (var j = 0; j <= i; j++)
            {
                if (columns[j] != None)
                    line[columns[j]] += factor;
            }
        }
    }

    private ReadOnlySpan<double> NumbersOf(int row) => numbers.AsSpan(row * layout.Numbers, layout.Numbers);

    private ReadOnlySpan<int> OnesOf(int row) => ones.AsSpan(row * layout.Ones, layout.Ones);
}
