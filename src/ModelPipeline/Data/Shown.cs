using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>Untrusted text, as sentences for people show it.</summary>
internal static class Shown
{
    private const int MaxLength = 40;
    private const int MaxItems = 10;

    /// <summary>A value in single quotes, cut to 40 characters, everything invisible escaped.</summary>
    public static string Value(string text) => $"'{QuotedText.Escape(text, MaxLength)}'";

    /// <summary>Values in single quotes with commas between, at most ten of them.</summary>
    public static string Values(IReadOnlyCollection<string> texts) => List(texts, Value);

    /// <summary>Items with commas between, at most ten of them.</summary>
    public static string List<T>(IReadOnlyCollection<T> items, Func<T, string> show)
    {
        var first = string.Join(", ", items.Take(MaxItems).Select(show));
        var more = items.Count - MaxItems;
        return more <= 0 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {more} more");
    }

    /// <summary>A share as a percentage: <c>33.3%</c>, <c>0.16%</c>, <c>0.0012%</c>.</summary>
    public static string Percent(double share)
    {
        var percent = 100 * share;
        var format = percent switch
        {
            >= 10 => "0.#",
            >= 0.1 or 0 => "0.##",
            _ => "0." + new string('#', 1 - (int)Math.Floor(Math.Log10(percent))),
        };
        return percent.ToString(format, CultureInfo.InvariantCulture) + "%";
    }
}
