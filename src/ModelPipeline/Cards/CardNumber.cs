using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Cards;

/// <summary>Writes numbers for people: invariant, four decimals below 100, none from 1,000 on, scientific where those would hide the number.</summary>
public static class CardNumber
{
    private const double LeastWithDecimals = 0.00005;
    private const double LeastScientific = 1e15;

    /// <summary>A number, for example <c>0.8412</c>, <c>1,131</c>, <c>1e-7</c>.</summary>
    public static string Of(double value) => value == 0 ? "0" : value.ToString(FormatOf(value), CultureInfo.InvariantCulture);

    /// <summary>A measure with its interval, for example <c>0.8412 [0.8191, 0.8633]</c>.</summary>
    public static string Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return $"{Of(measure.Value)} {IntervalOf(measure)}".TrimEnd();
    }

    /// <summary>A measure's interval, for example <c>[0.8191, 0.8633]</c>; empty where it has none.</summary>
    public static string IntervalOf(Measure measure) => measure is { Low: { } low, High: { } high } ? $"[{Of(low)}, {Of(high)}]" : "";

    /// <summary>A finite number with all its digits, as every version of YAML reads a number: an exponent stands after a decimal point.</summary>
    internal static string ExactOf(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text.Replace("E", ".0E", StringComparison.Ordinal);
    }

    private static string FormatOf(double value) => Math.Abs(value) switch
    {
        < LeastWithDecimals or >= LeastScientific => "0.####e+0",
        var size when size == Math.Truncate(size) => "N0",
        < 100 => "0.0000",
        < 1000 => "0.0",
        _ => "N0",
    };
}
