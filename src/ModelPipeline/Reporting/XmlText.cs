using System.Globalization;
using System.Text;
using System.Xml;

namespace ModelPipeline.Reporting;

/// <summary>Makes any text one that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>The text with its code in place of each character that XML cannot hold, for example <c>\u{1B}</c>.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value))
                safe.Append(CultureInfo.InvariantCulture, $@"\u{{{rune.Value:X}}}");
            else
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }
}
