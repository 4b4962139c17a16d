using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>A feature's numbers were multiplied: another unit. One factor takes every quantile of the champion's training to that of the candidate's.</summary>
internal sealed class UnitCause : ICause
{
    private const double Agreement = 1.1;
    private const double NearOne = 1.25;

    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Select(feature => (feature.Champion.Name, Factor: feature is (NumericStatistics before, NumericStatistics after) ? Factor(before, after) : null))
        .Where(feature => feature.Factor is not null)
        .Select(feature => string.Create(
            CultureInfo.InvariantCulture, $"column {QuotedText.Of(feature.Name)} looks multiplied by {feature.Factor:G3}: all its quantiles are {feature.Factor:G3} times those of the champion's training"));

    /// <summary>The factor; <see langword="null"/> where there is no single one, or it is near 1.</summary>
    internal static double? Factor(NumericStatistics before, NumericStatistics after)
    {
        if (before is not { Mean: not null, StandardDeviation: > 0 and var deviation } || after is not { Mean: not null, StandardDeviation: > 0 and var newDeviation })
            return null;
        var quantiles = before.Quantiles.Zip(after.Quantiles, (from, to) => (From: from.Value, To: to.Value)).ToList();
        if (quantiles.Any(quantile => quantile.From == 0 != (quantile.To == 0)))
            return null;
        double[] ratios = [.. quantiles.Where(quantile => quantile.From != 0).Select(quantile => quantile.To / quantile.From).Append(newDeviation / deviation).Order()];
        var middle = ratios[ratios.Length / 2];
        var agree = middle > 0 && ratios[0] > middle / Agreement && ratios[^1] < middle * Agreement;
        return agree && (middle > NearOne || middle < 1 / NearOne) ? middle : null;
    }
}
