namespace ModelPipeline.Specs;

/// <summary>What rows are divided by: the values of a column, or the combinations of two columns' values.</summary>
/// <param name="Columns">One column or two.</param>
public sealed record SliceSpec(IReadOnlyList<string> Columns)
{
    /// <summary>The columns' names as people write them, for example <c>female</c> or <c>female, contract</c>. Contains data: escape it.</summary>
    public string Name => string.Join(", ", Columns);
}
