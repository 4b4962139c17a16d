namespace ModelPipeline.Data;

/// <summary>A column of categories: codes with a dictionary.</summary>
/// <param name="name">The header.</param>
/// <param name="codes">One index into <paramref name="categories"/> a row; <see cref="Missing"/> where it is missing. Not copied.</param>
/// <param name="categories">The distinct texts, in ordinal order, so that equal data give equal codes. Not copied.</param>
public sealed class CategoricalColumn(string name, int[] codes, string[] categories) : Column(name)
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Categorical;

    /// <inheritdoc/>
    public override int Count => codes.Length;

    /// <summary>One index into <see cref="Categories"/> a row; <see cref="Missing"/> where it is missing.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The distinct texts, in ordinal order.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => codes[row] == Missing;

    /// <inheritdoc/>
    public override Column Select(ReadOnlySpan<int> rows) => new CategoricalColumn(Name, Pick(codes, rows), categories);

    /// <inheritdoc/>
    public override string Text(int row) => IsMissing(row) ? "" : categories[codes[row]];
}
