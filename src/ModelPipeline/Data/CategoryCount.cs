namespace ModelPipeline.Data;

/// <summary>How often a category occurs.</summary>
/// <param name="Category">The category.</param>
/// <param name="Count">In how many rows.</param>
public readonly record struct CategoryCount(string Category, int Count);
