using System.Globalization;
using System.Text;

namespace ModelPipeline.Cards;

/// <summary>Makes untrusted text harmless where a document quotes it.</summary>
internal static class Escape
{
    /// <summary>The text on one line of Markdown, its own markup, HTML, links and mentions shown as they are written.</summary>
    public static string Markdown(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\t': escaped.Append(' '); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '@': escaped.Append("&#64;"); break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '!' or '$':
                    escaped.Append('\\').Append((char)rune.Value);
                    break;
                case ':' when EndsInScheme(escaped): escaped.Append("&#58;"); break;
                default: Append(escaped, rune); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The text as a double-quoted YAML scalar on one line.</summary>
    public static string Yaml(string? text)
    {
        var escaped = new StringBuilder("\"");
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                escaped.Append('\\').Append((char)rune.Value);
            else if (IsPlain(rune))
                escaped.Append(rune.ToString());
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }

        return escaped.Append('"').ToString();
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        if (IsPlain(rune))
            escaped.Append(rune.ToString());
        else
            escaped.Append(CultureInfo.InvariantCulture, $"\\\\u{rune.Value:x4}");
    }

    private static bool EndsInScheme(StringBuilder escaped)
    {
        var text = escaped.ToString();
        return text.EndsWith("http", StringComparison.OrdinalIgnoreCase) || text.EndsWith("https", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
