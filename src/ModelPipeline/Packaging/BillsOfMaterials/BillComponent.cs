namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>Something of another maker, as a bill names it.</summary>
/// <param name="Reference">What other parts of the bill call it.</param>
/// <param name="Type">Its type in the form.</param>
/// <param name="Component">What it is.</param>
internal sealed record BillComponent(string Reference, string Type, ImageComponent Component);
