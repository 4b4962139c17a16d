using ModelPipeline.Evidence;

namespace ModelPipeline.Data;

/// <summary>What the step ValidateData found.</summary>
/// <param name="Checks">What was judged: <c>parses</c>, <c>label</c>, <c>keys_unique</c>, <c>splits_disjoint</c>, and where the spec has a limit <c>missing</c> and <c>duplicates</c>.</param>
/// <param name="Measures">
/// In ordinal order: <c>rows</c>, <c>columns</c>, <c>features</c>, <c>train_rows</c>, <c>test_rows</c>; <c>duplicates</c>, the share of rows that repeat an
/// earlier row's content; <c>missing.</c> and the name of each feature that has missing values, their share; <c>class_share.</c> and each class, its share
/// of the rows; of regression <c>label.mean</c>, <c>label.min</c>, <c>label.max</c> and <c>label.std</c>, in the label's unit.
/// </param>
internal sealed record DataValidation(IReadOnlyList<Check> Checks, IReadOnlyDictionary<string, Measure> Measures);
