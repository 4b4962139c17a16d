using System.Globalization;

namespace DuetPower;

/// <summary>What is to be measured.</summary>
/// <param name="Runs">How many runs with no difference, and as many with the slow-down.</param>
/// <param name="SlowDown">By which share the candidate is made slower.</param>
/// <param name="Limit">The ratio that is allowed. Default: halfway (in logarithms) between no difference and the slow-down, so that a gate of that share is measured.</param>
/// <param name="Model">A model of <c>models/</c>.</param>
internal sealed record PowerOptions(int Runs, double SlowDown, double Limit, string Model)
{
    /// <summary>Reads a command line; <see langword="null"/> where it is not one.</summary>
    public static PowerOptions? Of(string[] arguments)
    {
        var options = new Dictionary<string, string> { ["--runs"] = "40", ["--slowdown"] = "0.05", ["--limit"] = "", ["--model"] = "churn" };
        foreach (var pair in arguments.Chunk(2))
        {
            if (pair.Length != 2 || !options.ContainsKey(pair[0]))
                return null;
            options[pair[0]] = pair[1];
        }

        if (Number(options["--runs"]) is not (>= 1 and var runs) || Number(options["--slowdown"]) is not (> 0 and var slowDown))
            return null;
        return new((int)runs, slowDown, Number(options["--limit"]) ?? Math.Sqrt(1 + slowDown), options["--model"]);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
