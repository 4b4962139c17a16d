namespace ModelPipeline.Explanation;

/// <summary>What a binary classification would give if a row counted as positive from another probability.</summary>
/// <param name="Threshold">The probability from which a row counts as positive.</param>
/// <param name="Precision">The share of the rows predicted positive that are; <see langword="null"/> where none is predicted.</param>
/// <param name="Recall">The share of the positive rows that are predicted so; <see langword="null"/> where no row is positive.</param>
/// <param name="F1">The harmonic mean of both; <see langword="null"/> where no row is positive or predicted so.</param>
/// <param name="PredictedPositive">The share of all rows that are predicted positive; <see langword="null"/> without rows.</param>
internal sealed record ThresholdRow(double Threshold, double? Precision, double? Recall, double? F1, double? PredictedPositive);
