namespace ModelPipeline.XGBoost.Encoding;

/// <summary>A category as its place among <paramref name="Categories"/>, from 0.</summary>
/// <inheritdoc cref="CategoricalEncoding"/>
internal sealed record OrdinalEncoding(string Name, IReadOnlyList<string> Categories) : CategoricalEncoding(Name, Categories)
{
    public override int Width => 1;

    protected override (int Column, float Value) Entry(int first, int position) => (first, position);
}
