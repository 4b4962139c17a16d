using System.Text.RegularExpressions;

namespace ModelPipeline.Specs.Yaml;

/// <summary>
/// Slips between braces that YAML takes for something else: a decimal comma begins a new key (<c>{ test: 0,2 }</c>), and without a space a colon
/// belongs to the key (<c>{ test:0.2 }</c>). They are reported, and read as they were meant, so that nothing else is reported because of them.
/// </summary>
internal static partial class BraceSlip
{
    public static IReadOnlyList<MapEntry> Mend(IReadOnlyList<MapEntry> entries, FaultLog faults)
    {
        var mended = new List<MapEntry>();
        foreach (var entry in entries)
        {
            if (mended is [.., var before] && Joined(before, entry) is { } number)
            {
                faults.Add(number.Place, $"write {QuotedText.Escape(number.Text)} with a point, not with a comma");
                mended[^1] = before with { Value = number };
            }
            else if (Divided(entry) is { } divided)
            {
                faults.Add(entry.Place, $"a space is missing after the colon: write '{QuotedText.Escape(entry.Key.Replace(":", ": ", StringComparison.Ordinal))}'");
                mended.Add(divided);
            }
            else
            {
                mended.Add(entry);
            }
        }

        return mended;
    }

    /// <summary>Whether a text is a key and its value, joined by a colon without a space.</summary>
    public static bool IsKeyAndValue(string text) => KeyAndValue().IsMatch(text);

    /// <summary>The number whose decimals became a key without a value.</summary>
    private static ScalarNode? Joined(MapEntry before, MapEntry entry) =>
        HasNoValue(entry) && Decimals().IsMatch(entry.Key) && before.Value is ScalarNode { IsPlain: true } whole && Whole().IsMatch(whole.Text)
            ? whole with { Text = $"{whole.Text}.{entry.Key}" }
            : null;

    /// <summary>The key and the value that became a key without a value.</summary>
    private static MapEntry? Divided(MapEntry entry) =>
        HasNoValue(entry) && KeyAndValue().Match(entry.Key) is { Success: true } parts
            ? new MapEntry(entry.Place, parts.Groups[1].Value, new ScalarNode(entry.Place, parts.Groups[2].Value, IsPlain: true))
            : null;

    private static bool HasNoValue(MapEntry entry) => entry.Value is ScalarNode { IsPlain: true, Text: "" };

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([\w-]+):([\w.-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
