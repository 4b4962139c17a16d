using System.Globalization;

namespace ModelPipeline.Figures;

/// <summary>Where values lie on a line of a figure.</summary>
/// <param name="Low">The value at the start.</param>
/// <param name="High">The value at the end; greater.</param>
/// <param name="Start">The start, in pixels.</param>
/// <param name="End">The end, in pixels; less than the start where values grow upwards.</param>
internal readonly record struct Axis(double Low, double High, double Start, double End)
{
    private const double LeastRelativeSpan = 1e-6;
    private const double Rounding = 1e-9;
    private const double LeastSize = 1e-300;
    private const double GreatestSize = 1e300;

    /// <summary>An axis that shows every one of some values, or a span around them where they are about equal.</summary>
    /// <param name="values">The values; what is not finite is passed over, what is beyond 1e300 lies at the end.</param>
    /// <param name="start">The start, in pixels.</param>
    /// <param name="end">The end, in pixels.</param>
    public static Axis Of(IEnumerable<double> values, double start, double end)
    {
        double[] finite = [.. values.Where(double.IsFinite).Select(value => Math.Clamp(value, -GreatestSize, GreatestSize)).DefaultIfEmpty(0)];
        var (low, high) = (finite.Min(), finite.Max());
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        return size < LeastSize ? new(0, 1, start, end)
            : high - low < LeastRelativeSpan * size ? new(low - size / 2, high + size / 2, start, end)
            : new(low, high, start, end);
    }

    /// <summary>An axis with 0 in its middle.</summary>
    /// <param name="reach">How far it reaches to both sides; 0 is taken for 1, what is beyond 1e300 for that.</param>
    /// <param name="start">The start, in pixels.</param>
    /// <param name="end">The end, in pixels.</param>
    public static Axis Around0(double reach, double start, double end)
    {
        var high = reach < LeastSize ? 1 : Math.Min(reach, GreatestSize);
        return new(-high, high, start, end);
    }

    /// <summary>The place of a value; beyond the ends it stays at the nearer end.</summary>
    /// <param name="value">A number.</param>
    public double At(double value) => Start + (End - Start) * (Math.Clamp(value, Low, High) - Low) / (High - Low);

    /// <summary>The axis with some room at both ends.</summary>
    /// <param name="share">The share of the span to add at each end.</param>
    public Axis Padded(double share) => this with { Low = Low - share * (High - Low), High = High + share * (High - Low) };

    /// <summary>Round values within the axis, three to seven of them, with as many digits as tell them apart.</summary>
    public IReadOnlyList<Tick> Ticks()
    {
        var step = Step((High - Low) / 5);
        var (first, last) = (Math.Ceiling(Low / step - Rounding), Math.Floor(High / step + Rounding));
        var format = Format(step, Math.Max(Math.Abs(Low), Math.Abs(High)));
        var ticks = new List<Tick>();
        for (var number = first; number <= last; number++)
            ticks.Add(new(number * step, number == 0 ? "0" : (number * step).ToString(format, CultureInfo.InvariantCulture)));
        return ticks;
    }

    // The 1, 2 or 5 times a power of ten that is next to a number, by their ratio.
    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            < 1.5 => power,
            < 3.5 => 2 * power,
            < 7.5 => 5 * power,
            _ => 10 * power,
        };
    }

    private static string Format(double step, double greatest)
    {
        var place = (int)Math.Floor(Math.Log10(step) + Rounding);
        if (step >= 1e-4 && greatest < 1e7)
            return $"N{Math.Max(-place, 0)}";
        var digits = Math.Max((int)Math.Floor(Math.Log10(greatest)) - place, 0);
        return $"0.{new string('#', digits)}e+0";
    }
}
