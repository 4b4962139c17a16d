namespace ModelPipeline.Explanation;

/// <summary>How many rows of each class are predicted as each class.</summary>
/// <param name="Classes">The classes in the order of the outputs; of more than 25 the 25 with the most rows.</param>
/// <param name="OtherClasses">How many classes share the last row and column; 0 where there is no such row and column.</param>
/// <param name="Counts">The number of rows by actual class, then by predicted class.</param>
internal sealed record ConfusionTable(IReadOnlyList<string> Classes, int OtherClasses, IReadOnlyList<IReadOnlyList<int>> Counts);
