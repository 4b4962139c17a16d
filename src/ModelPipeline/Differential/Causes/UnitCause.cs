using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>A feature's numbers were multiplied: another unit. One factor takes every quantile of the champion's training to that of the candidate's.</summary>
internal sealed class UnitCause : ICause
{
    /// <summary>How far a rescaled quantile may be from the champion's, in its standard deviations.</summary>
    private const double Agreement = 0.35;
    private const double NearOne = 1.5;
    private const double Round = 0.02;

    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Select(feature => (feature.Champion.Name, Factor: feature is (NumericStatistics before, NumericStatistics after) ? Factor(before, after) : null))
        .Where(feature => feature.Factor is not null)
        .Select(feature => string.Create(
            CultureInfo.InvariantCulture, $"column {QuotedText.Of(feature.Name)} looks multiplied by {Rounded(feature.Factor!.Value):G3}: its quantiles and its mean are those of the champion's training times that"));

    /// <summary>The factor; <see langword="null"/> where there is no single one, or it is near 1.</summary>
    internal static double? Factor(NumericStatistics before, NumericStatistics after)
    {
        if (before is not { Mean: { } mean, StandardDeviation: > 0 and var deviation } || after is not { Mean: { } newMean, StandardDeviation: > 0 and var newDeviation })
            return null;
        var factor = Math.Abs(mean) > deviation ? newMean / mean : newDeviation / deviation;
        var agree = before.Quantiles.Zip(after.Quantiles, (from, to) => (From: from.Value, To: to.Value))
            .Append((From: mean, To: newMean))
            .All(pair => Math.Abs(pair.To / factor - pair.From) <= Agreement * deviation);
        return agree && factor is > 0 and (> NearOne or < 1 / NearOne) ? factor : null;
    }

    /// <summary>The nearest number with one digit, such as 100 or 0.001, where it is very near.</summary>
    private static double Rounded(double factor)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(factor)));
        var round = Math.Round(factor / power) * power;
        return Math.Abs(round / factor - 1) < Round ? round : factor;
    }
}
