namespace ModelPipeline.XGBoost.Encoding;

/// <summary>A category as one column for each of <paramref name="Categories"/>: 1 in its own, no value in the others.</summary>
/// <inheritdoc cref="CategoricalEncoding"/>
internal sealed record OneHotEncoding(string Name, IReadOnlyList<string> Categories) : CategoricalEncoding(Name, Categories)
{
    public override int Width => Math.Max(1, Categories.Count);

    protected override (int Column, float Value) Entry(int first, int position) => (first + position, 1);
}
