using System.Globalization;
using System.Text;

namespace ModelPipeline.Cards;

/// <summary>Makes untrusted text harmless where a document quotes it.</summary>
internal static class Escape
{
    /// <summary>Shown as nothing; keeps renderers from making a link, a mention or a reference of what stands on both sides of it.</summary>
    private const string Break = "<!-- -->";

    /// <summary>The text on one line of Markdown, its own markup, HTML, links and mentions shown as they are written.</summary>
    public static string Markdown(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        var escaped = new StringBuilder();
        var marker = BlockMarker(line);
        var position = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '@': escaped.Append('@').Append(Break); break;
                case '#' when position + 1 < line.Length && char.IsAsciiDigit(line[position + 1]): escaped.Append("\\#").Append(Break); break;
                case ':' when EndsIn(line.AsSpan(0, position), "http", "https", "ftp"): escaped.Append(Break).Append(':'); break;
                case '.' when EndsIn(line.AsSpan(0, position), "www"): escaped.Append(Break).Append('.'); break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '!' or '$':
                    escaped.Append('\\').Append((char)rune.Value);
                    break;
                default:
                    if (position == marker)
                        escaped.Append('\\');
                    Append(escaped, rune);
                    break;
            }

            position += rune.Utf16SequenceLength;
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

    /// <summary>Where a backslash keeps the line from being a list item, a rule or a heading's underline; -1 where it is none.</summary>
    private static int BlockMarker(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var marker = digits < 0 ? line.Length : digits;
        if (marker == line.Length)
            return -1;
        var isMarker = digits == 0 ? line[0] is '-' or '+' or '=' : line[marker] is '.' or ')';
        var next = marker + 1 < line.Length ? line[marker + 1] : ' ';
        return isMarker && (next == ' ' || next == line[marker]) ? marker : -1;
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        if (IsPlain(rune))
            escaped.Append(rune.ToString());
        else
            escaped.Append(CultureInfo.InvariantCulture, $"\\\\u{rune.Value:x4}");
    }

    private static bool EndsIn(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
