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

    /// <summary>Adds a multiple of each row's outer product with itself to the lower triangle of a square matrix, row after row.</summary>
    /// <param name="first">The first of successive rows.</param>
    /// <param name="factors">One a row.</param>
    /// <param name="sums">The matrix.</param>
    public void AddOuterProducts(int first, ReadOnlySpan<double> factors, Span<double> sums)
    {
        for (var column = 0; column < layout.Numbers; column++)
            AddNumbers(column, first, factors, sums.Slice(column * Width, column + 1));
        for (var i = 0; i < factors.Length; i++)
            AddOnes(first + i, factors[i], sums);
    }

    private void AddNumbers(int column, int first, ReadOnlySpan<double> factors, Span<double> line)
    {
        var i = 0;
        for (; i <= factors.Length - Vectors.Group; i += Vectors.Group)
        {
            var row = first + i;
            Vectors.AddScaled(
                line,
                factors[i] * NumbersOf(row)[column],
                NumbersOf(row),
                factors[i + 1] * NumbersOf(row + 1)[column],
                NumbersOf(row + 1),
                factors[i + 2] * NumbersOf(row + 2)[column],
                NumbersOf(row + 2),
                factors[i + 3] * NumbersOf(row + 3)[column],
                NumbersOf(row + 3));
        }

        for (; i < factors.Length; i++)
            Vectors.AddScaled(line, factors[i] * NumbersOf(first + i)[column], NumbersOf(first + i)[..(column + 1)]);
    }

    private void AddOnes(int row, double factor, Span<double> sums)
    {
        var columns = OnesOf(row);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] == None)
                continue;
            var line = sums.Slice(columns[i] * Width, columns[i] + 1);
            Vectors.AddScaled(line, factor, NumbersOf(row));
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
