namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>What the parts of a bill call each other.</summary>
internal static class References
{
    public const string Image = "image";
    public const string Model = "model";
    public const string Data = "data";
}
