using System.Text.RegularExpressions;

namespace ModelPipeline.Data;

/// <summary>Numbers with a decimal comma, such as <c>1,5</c> and <c>1.234,5</c>.</summary>
internal static partial class DecimalComma
{
    /// <summary>The number with a decimal point; <see langword="null"/> where the text is no number with a decimal comma.</summary>
    public static string? WithPoint(string text) =>
        Number().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : null;

    public static bool IsIn(ReadOnlySpan<char> text) => Number().IsMatch(text);

    [GeneratedRegex(@"^-?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
