using ModelPipeline.Data;
using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Statistics;

namespace ModelPipeline.Explanation;

/// <summary>Describes how far a regression's predictions are off.</summary>
internal static class ResidualStatistics
{
    private static readonly double[] Probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

    /// <summary>The residuals' quantiles, and their quartiles in ten bins of about equally many predictions.</summary>
    /// <param name="rows">Rows of a regression with finite labels, predictions and residuals.</param>
    public static ResidualSummary Of(ScoredRows rows)
    {
        var predictions = rows.Scores.Values.ToArray();
        double[] residuals = [.. predictions.Select((prediction, row) => rows.Labels.Numbers[row] - prediction)];
        double[] sorted = [.. residuals.Order()];
        Array.Sort(predictions, residuals);
        return new(
            sorted.Length == 0 ? [] : [.. Probabilities.Select(probability => Quantile.Of(sorted, probability))],
            [.. EqualCountBins.Of(predictions).Select(bin => BinOf(predictions[bin], [.. residuals[bin].Order()]))]);
    }

    private static ResidualBin BinOf(double[] predictions, double[] residuals) => new(
        predictions.Length,
        CompensatedSum.Of(Array.ConvertAll(predictions, prediction => prediction / predictions.Length)),
        OrderStatistics.Quantile(residuals, 0.25),
        OrderStatistics.Quantile(residuals, 0.5),
        OrderStatistics.Quantile(residuals, 0.75));
}
