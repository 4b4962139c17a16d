using System.Globalization;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Fairness;

/// <summary>How far apart the groups with the greatest and the least share are.</summary>
/// <param name="Rate">Which share.</param>
/// <param name="Estimate">
/// The greatest share less the least, 0 to 1, with the 95% interval of Newcombe's method 10 for these two groups. It ignores that they were chosen because
/// they are the extreme ones: among many groups, chance alone sets the extremes apart.
/// </param>
/// <param name="Greatest">The group with the greatest share; empty where undefined. Contains data: escape it.</param>
/// <param name="Least">The group with the least share; empty where undefined. Contains data: escape it.</param>
/// <param name="Undefined">Why there is no difference; <see langword="null"/> where there is.</param>
internal sealed record FairnessDifference(GroupRate Rate, Estimate Estimate, string Greatest, string Least, string? Undefined)
{
    /// <summary>Compares the groups that have enough rows.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="rate">By which share.</param>
    public static FairnessDifference Of(IReadOnlyList<FairnessGroup> groups, GroupRate rate)
    {
        FairnessGroup[] compared = [.. groups.Where(group => group.IsCompared(rate)).OrderByDescending(group => group.Of(rate).Share)];
        if (compared.Length < 2)
            return OfUndefined(rate, string.Create(CultureInfo.InvariantCulture, $"{compared.Length} of {groups.Count} groups have {Needed(rate)}: two are needed"));
        var (greatest, least) = (compared[0], compared[^1]);
        var (low, high) = NewcombeInterval.Of(greatest.Of(rate), least.Of(rate));
        return new(rate, new(greatest.Of(rate).Share - least.Of(rate).Share, low, high), greatest.Name, least.Name, null);
    }

    /// <summary>The greater of two differences; undefined where one of them is.</summary>
    public static FairnessDifference Greater(FairnessDifference first, FairnessDifference second) =>
        first.Undefined is not null || (second.Undefined is null && first.Estimate.Value >= second.Estimate.Value) ? first : second;

    internal static FairnessDifference OfUndefined(GroupRate rate, string reason) =>
        new(rate, new(double.NaN, double.NaN, double.NaN), "", "", reason);

    private static string Needed(GroupRate rate)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"{FairnessGroup.FewestRows} rows");
        return rate == GroupRate.Selection
            ? rows
            : string.Create(CultureInfo.InvariantCulture, $"{rows} and {FairnessGroup.FewestOfClass} {(rate == GroupRate.TruePositive ? "positive" : "negative")} ones");
    }
}
