using System.Globalization;
using System.Text;

namespace ModelPipeline;

/// <summary>Makes untrusted text fit for a console line: no control characters, no line ends, not too long.</summary>
public static class Printable
{
    /// <summary>The text with every control and format character written as <c>\uXXXX</c>, cut after some characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters at most; default 200.</param>
    public static string Of(string text, int most = 200)
    {
        ArgumentNullException.ThrowIfNull(text);
        var printable = new StringBuilder();
        foreach (var character in text.Length > most ? text[..most] : text)
        {
            if (IsHarmless(character))
                printable.Append(character);
            else
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.Length > most ? printable.Append('…').ToString() : printable.ToString();
    }

    private static bool IsHarmless(char character) => char.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
