using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>A column of numbers.</summary>
/// <param name="name">The header.</param>
/// <param name="values">One number a row; <see cref="double.NaN"/> where it is missing. Not copied.</param>
public sealed class NumericColumn(string name, double[] values) : Column(name)
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Numeric;

    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <summary>One number a row; <see cref="double.NaN"/> where it is missing.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(values[row]);

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => new NumericColumn(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override string Text(int row) =>
        IsMissing(row) ? "" : values[row].ToString("R", CultureInfo.InvariantCulture);
}
