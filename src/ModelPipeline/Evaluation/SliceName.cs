using System.Buffers;
using System.Globalization;

namespace ModelPipeline.Evaluation;

/// <summary>
/// What the rows of a slice have in common, in words. Different slices have different names: a column's name or a category that could be mistaken for
/// another part of the name is in double quotes, its own doubled, as in CSV: <c>plan="a, b"</c>. Contains data: escape it.
/// </summary>
internal static class SliceName
{
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("\",=[");

    /// <summary>For example <c>contract=Two year</c>.</summary>
    public static string OfValue(string column, string value) => $"{Plain(column)}={Plain(value)}";

    /// <summary>For example <c>female=1</c>. Minus zero is zero.</summary>
    public static string OfValue(string column, double value) => string.Create(CultureInfo.InvariantCulture, $"{Plain(column)}={value + 0.0}");

    /// <summary>For example <c>tenure in [0, 9)</c>: from the start to below the end.</summary>
    public static string OfRange(string column, double start, double end) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plain(column)} in [{start + 0.0}, {end + 0.0})");

    /// <summary>For example <c>tenure in [55, 72]</c>: from the start to the greatest value.</summary>
    public static string OfLastRange(string column, double start, double greatest) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plain(column)} in [{start + 0.0}, {greatest + 0.0}]");

    /// <summary>For example <c>tenure is missing</c>.</summary>
    public static string OfMissing(string column) => $"{Plain(column)} is missing";

    /// <summary>For example <c>female=1, contract=Two year</c>.</summary>
    public static string OfAll(IEnumerable<string> names) => string.Join(", ", names);

    private static string Plain(string text) => text.Length == 0 || text.AsSpan().ContainsAny(Ambiguous) || text.Trim().Length < text.Length
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
