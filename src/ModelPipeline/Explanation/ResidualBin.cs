namespace ModelPipeline.Explanation;

/// <summary>The residuals of rows with about equal predictions.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Predicted">Their mean prediction.</param>
/// <param name="LowerQuartile">The residual that a quarter of them does not exceed.</param>
/// <param name="Median">The residual in the middle.</param>
/// <param name="UpperQuartile">The residual that three quarters of them do not exceed.</param>
internal sealed record ResidualBin(int Rows, double Predicted, double LowerQuartile, double Median, double UpperQuartile);
