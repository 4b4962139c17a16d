using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ModelPipeline.Specs.Yaml;

/// <summary>Says what the YAML parser found wrong, and where.</summary>
internal static partial class SyntaxFault
{
    private const int LongestProblem = 160;

    public static void Report(YamlException exception, string text, FaultLog faults)
    {
        var place = PlaceOf(exception, text);
        var problem = QuotedText.Escape(exception.Message.TrimEnd('.'), LongestProblem);
        var line = exception.End.Line <= place.Line ? "" : FormattableString.Invariant($" in line {exception.End.Line}");
        faults.Add(place, $"not valid YAML: {problem}{line}");
    }

    /// <summary>Where the error is. The parser names the mapping around a tab; this is the tab.</summary>
    private static Place PlaceOf(YamlException exception, string text)
    {
        var start = Place.Of(exception.Start);
        if (!exception.Message.Contains("tab", StringComparison.Ordinal) || IndentingTab().Match(text, (int)exception.Start.Index) is not { Success: true } tab)
            return start;

        var lines = text.AsSpan((int)exception.Start.Index, tab.Index - (int)exception.Start.Index).Count('\n');
        return new Place(start.Line + lines, tab.Length);
    }

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex IndentingTab();
}
