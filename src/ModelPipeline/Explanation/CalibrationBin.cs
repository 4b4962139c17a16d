namespace ModelPipeline.Explanation;

/// <summary>Rows with about equal probabilities, and what came true of them.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Predicted">Their mean probability: of the positive class (binary) or of the predicted one (multiclass).</param>
/// <param name="Observed">The share of them for which it came true.</param>
/// <param name="Low">The lower bound of that share's 95% Wilson interval.</param>
/// <param name="High">The upper bound of it.</param>
internal sealed record CalibrationBin(int Rows, double Predicted, double Observed, double Low, double High);
