using System.Globalization;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation;

/// <summary>Numbers in verdicts: four decimals whatever their size, so that a value can be told from its limit. Tables use shorter ones.</summary>
internal static class MetricText
{
    private const double Least = 0.00005;
    private const double Greatest = 1e9;

    /// <summary>Four decimals; scientific where those would hide the number.</summary>
    public static string Of(double value) => value == 0
        ? "0.0000"
        : value.ToString(Math.Abs(value) is >= Least and < Greatest ? "F4" : "0.####e+0", CultureInfo.InvariantCulture);

    /// <summary>The value and its interval, for example <c>0.7812 [0.7590, 0.8034]</c>.</summary>
    public static string Of(Estimate estimate) => double.IsNaN(estimate.Low) || double.IsNaN(estimate.High)
        ? $"{Of(estimate.Value)} (no interval)"
        : $"{Of(estimate.Value)} [{Of(estimate.Low)}, {Of(estimate.High)}]";
}
