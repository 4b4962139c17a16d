using System.Text;

namespace ModelPipeline.Figures;

/// <summary>Untrusted text in a figure: visible characters only, on one line, no wider than there is room.</summary>
internal static class FigureText
{
    private const int Longest = 200;
    private const string Ellipsis = "…";

    /// <summary>The text, escaped and cut. Widths are estimated for 12 pixel text in a wide font, since a drawing cannot know the reader's.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The room, in pixels.</param>
    public static string Fit(string text, double width)
    {
        var escaped = QuotedText.Escape(text, Longest);
        if (WidthOf(escaped) <= width)
            return escaped;
        var (fitting, used) = (new StringBuilder(), WidthOf(Ellipsis));
        foreach (var rune in escaped.EnumerateRunes())
        {
            used += WidthOf(rune);
            if (used > width)
                break;
            fitting.Append(rune);
        }

        return fitting.Append(Ellipsis).ToString();
    }

    /// <summary>The estimated width of 12 pixel text.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static double WidthOf(Rune rune) => rune.Value switch
    {
        >= 0x1100 => 13,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 11.5,
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'i' or 'j' or 'l' => 4,
        >= 'A' and <= 'Z' or > 0x7F => 9,
        _ => 7.5,
    };
}
