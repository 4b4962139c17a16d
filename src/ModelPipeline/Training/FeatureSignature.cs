using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>One input of a model.</summary>
/// <param name="Name">The column's header.</param>
/// <param name="Type"><see cref="ColumnType.Numeric"/> or <see cref="ColumnType.Categorical"/>.</param>
/// <param name="Categories">The categories that were seen in training, in ordinal order; empty for numbers.</param>
public sealed record FeatureSignature(string Name, ColumnType Type, IReadOnlyList<string> Categories);
