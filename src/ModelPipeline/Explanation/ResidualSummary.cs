using ModelPipeline.Data;

namespace ModelPipeline.Explanation;

/// <summary>How far a regression's predictions are off: actual − predicted, in the label's unit.</summary>
/// <param name="Quantiles">The residuals' quantiles at 0.01, 0.05, 0.25, 0.5, 0.75, 0.95 and 0.99; empty without rows.</param>
/// <param name="Bins">The residuals of rows with about equal predictions, ascending.</param>
internal sealed record ResidualSummary(IReadOnlyList<Quantile> Quantiles, IReadOnlyList<ResidualBin> Bins);
