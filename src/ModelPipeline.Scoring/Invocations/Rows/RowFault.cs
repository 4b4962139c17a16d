namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>What is wrong with a value, a row or a column.</summary>
/// <param name="Row">The row, from 0; <see langword="null"/> where it is the column of all rows.</param>
/// <param name="Column">The column; <see langword="null"/> where it is the row as a whole.</param>
/// <param name="Message">What is wrong with it, for example <c>is missing</c>.</param>
internal sealed record RowFault(long? Row, string? Column, string Message);
