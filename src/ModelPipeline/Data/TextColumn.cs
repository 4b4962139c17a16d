namespace ModelPipeline.Data;

/// <summary>A column of free text or identifiers.</summary>
/// <param name="name">The header.</param>
/// <param name="values">One text a row; <see langword="null"/> where it is missing. Not copied.</param>
public sealed class TextColumn(string name, string?[] values) : Column(name)
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <summary>One text a row; <see langword="null"/> where it is missing.</summary>
    public ReadOnlySpan<string?> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => new TextColumn(Name, Pick(values, rows));

    /// <inheritdoc/>
    public override string Text(int row) => values[row] ?? "";
}
