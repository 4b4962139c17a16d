using System.Globalization;

namespace LoadStall;

/// <summary>A service that answers nothing for a while, once a period.</summary>
/// <param name="StallMs">How long it stalls.</param>
/// <param name="Period">How often, in seconds.</param>
/// <param name="Rate">The requests a second.</param>
/// <param name="Seconds">How long the load lasts; a whole number of periods.</param>
internal sealed record StallSetting(double StallMs, double Period, double Rate, double Seconds)
{
    /// <summary>
    /// The 99th percentile that users see who come independently of the answers: of the requests that come in a period, those that come within the first
    /// stall − x wait longer than x, so that (stall − x) / period = 0.01.
    /// </summary>
    public double ComputedP99Ms => StallMs - (0.01 * Period * 1000);

    /// <summary>Reads the command line; <see langword="null"/> where it makes no sense.</summary>
    public static StallSetting? Of(IReadOnlyList<string> args)
    {
        var setting = new StallSetting(200, 2, 500, 20);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !double.TryParse(args[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value > 0))
                return null;
            switch (args[i])
            {
                case "--period": setting = setting with { Period = value }; break;
                case "--rate": setting = setting with { Rate = value }; break;
                case "--seconds": setting = setting with { Seconds = value }; break;
                default: return null;
            }
        }

        return setting;
    }
}
