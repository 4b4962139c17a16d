namespace ModelPipeline.Data.Reading;

/// <summary>How a column is to be read.</summary>
/// <param name="Type">The type it must have; <see langword="null"/> where it is inferred.</param>
/// <param name="Because">Who says so; empty where nobody does.</param>
/// <param name="IsKey">Whether it identifies rows: then only the empty text is missing.</param>
internal sealed record ColumnUse(ColumnType? Type, string Because, bool IsKey = false)
{
    public static ColumnUse Inferred { get; } = new(null, "");
}
