using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Cards;

/// <summary>Writes numbers for people: invariant, four decimals below 100, none from 1,000 on.</summary>
public static class CardNumber
{
    /// <summary>A number, for example <c>0.8412</c>, <c>1,131</c>.</summary>
    public static string Of(double value) => value.ToString(FormatOf(value), CultureInfo.InvariantCulture);

    /// <summary>A measure with its interval, for example <c>0.8412 [0.8191, 0.8633]</c>.</summary>
    public static string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return $"{Of(measure.Value)} {IntervalOf(measure)}".TrimEnd();
    }

    /// <summary>A measure's interval, for example <c>[0.8191, 0.8633]</c>; empty where it has none.</summary>
    public static string IntervalOf(Measure measure) => measure is { Low: { } low, High: { } high } ? $"[{Of(low)}, {Of(high)}]" : "";

    private static string FormatOf(double value) => Math.Abs(value) switch
    {
        _ when value == Math.Truncate(value) && Math.Abs(value) < 1e15 => "N0",
        < 100 => "0.0000",
        < 1000 => "0.0",
        < 1e15 => "N0",
        _ => "G4",
    };
}
