using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>A column of points in time.</summary>
/// <param name="name">The header.</param>
/// <param name="values">One UTC time a row; <see langword="null"/> where it is missing. Not copied.</param>
public sealed class TimeColumn(string name, DateTime?[] values) : Column(name)
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Time;

    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <summary>One UTC time a row; <see langword="null"/> where it is missing.</summary>
    public ReadOnlySpan<DateTime?> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => new TimeColumn(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override string Text(int row) => values[row]?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
