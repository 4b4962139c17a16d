namespace ModelPipeline.BatchScoring;

/// <summary>What became of a batch.</summary>
/// <param name="Rows">How many rows were scored, with those of a run that was stopped before.</param>
/// <param name="Resumed">How many of them that run had scored; 0 where this one began at the start.</param>
/// <param name="Columns">What each input of the model had of missing and unseen values, in the signature's order.</param>
public sealed record BatchScoringResult(long Rows, long Resumed, IReadOnlyList<ColumnGaps> Columns);
