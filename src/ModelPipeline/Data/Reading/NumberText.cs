using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>Numbers as data files write them, in every culture alike.</summary>
internal static class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number: digits with a decimal point, a leading minus and an exponent. An infinity and a number too large for a <see cref="double"/> are read as infinite.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number)
    {
        var digits = text[(text.StartsWith('-') ? 1 : 0)..];
        if (digits.Length > 0 && (char.IsAsciiDigit(digits[0]) || digits[0] == '.'))
        {
            var parsed = double.TryParse(text, Style, CultureInfo.InvariantCulture, out number);
            number += 0.0; // -0 and 0 are one value
            return parsed;
        }
        number = double.PositiveInfinity;
        return IsInfinity(text[(text.StartsWith('-') || text.StartsWith('+') ? 1 : 0)..]);
    }

    private static bool IsInfinity(ReadOnlySpan<char> text) =>
        text is "∞" || text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.Equals("infinity", StringComparison.OrdinalIgnoreCase);
}
