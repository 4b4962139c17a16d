namespace ModelPipeline.Data.Reading;

/// <summary>A column that a spec names.</summary>
/// <param name="Place">Where in the file, as the beginning of a message; empty where that is not known.</param>
/// <param name="Setting">The setting that names it, such as <c>data.key</c>.</param>
/// <param name="Name">The column's name.</param>
internal sealed record ColumnMention(string Place, string Setting, string Name)
{
    /// <summary>The beginning of a message on the mention.</summary>
    public string Start => $"{Place}{Setting}: ";
}
