using System.Globalization;
using System.Text;

namespace ModelPipeline;

/// <summary>A user's text inside a message: on one line, no control character, at most 80 characters and the sign that there are more.</summary>
public static class QuotedText
{
    private const int DefaultLength = 80;

    /// <summary>The text in single quotes, escaped and shortened.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) => $"'{Escape(text)}'";

    /// <summary>The text escaped and shortened, without quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters at most, before an ellipsis; default 80.</param>
    public static string Escape(string text, int longest = DefaultLength)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var next = IsVisible(rune) ? rune.ToString() : Code(rune);
            if (escaped.Length + next.Length > longest)
                return escaped.Append('…').ToString();
            escaped.Append(next);
        }

        return escaped.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    private static string Code(Rune rune) => rune.Value switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ => $@"\u{{{rune.Value:X}}}",
    };
}
