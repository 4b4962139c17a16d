using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

/// <summary>Makes control characters visible.</summary>
internal static class EscapedText
{
    /// <summary>The text with control characters as escapes, for messages.</summary>
    public static string Of(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(char.IsControl(c) ? Name(c) ?? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString());
        return escaped.ToString();
    }

    /// <summary>The text as a literal in double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => Name(c) ?? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    private static string? Name(char c) => c switch
    {
        '\a' => "\\a",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\v' => "\\v",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => null,
    };
}
