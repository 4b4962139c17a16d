namespace ModelPipeline.Evaluation;

/// <summary>A named part of the rows.</summary>
/// <param name="Name">What the rows have in common (<see cref="SliceName"/>). Contains data: escape it.</param>
/// <param name="Rows">The rows, from 0, ascending; at least one.</param>
internal sealed record Slice(string Name, int[] Rows);
