using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ModelPipeline.Specs.Yaml;

/// <summary>Says what is wrong with a file that is not YAML, and where: the usual mistakes in our own words, others in the parser's.</summary>
/// <param name="exception">What the parser says.</param>
/// <param name="text">The file.</param>
/// <param name="bracket">The innermost bracket that is open where the parser stopped.</param>
internal sealed partial class SyntaxFault(YamlException exception, string text, Place? bracket)
{
    private const int LongestProblem = 160;

    private readonly Place _start = Place.Of(exception.Start);
    private readonly string _problem = exception.Message.TrimEnd('.');

    public void Report(FaultLog faults)
    {
        var (place, message) = Tab() ?? Quote() ?? Bracket() ?? Layout() ?? Other();
        faults.Add(place, $"not valid YAML: {message}");
    }

    public static void ReportOpen(Place bracket, FaultLog faults) => faults.Add(bracket, "not valid YAML: this bracket is not closed");

    /// <summary>A tab. The parser names the mapping around it.</summary>
    private (Place, string)? Tab()
    {
        if (!Says("tab ") || IndentingTab().Match(text, (int)exception.Start.Index) is not { Success: true } tab)
            return null;

        var lines = text.AsSpan((int)exception.Start.Index, tab.Index - (int)exception.Start.Index).Count('\n');
        return (new Place(_start.Line + lines, tab.Length), "a tab: YAML is indented with spaces");
    }

    private (Place, string)? Quote() => Says("quoted scalar") && (Says("end of stream") || Says("wrong indentation"))
        ? (_start, "this quote is not closed")
        : null;

    private (Place, string)? Bracket()
    {
        if (bracket is not { } opened || !Says("did not find expected ','"))
            return null;
        return _start.Line > opened.Line
            ? (opened, "this bracket is not closed")
            : (_start, FormattableString.Invariant($"a comma or the end of the bracket from column {opened.Column} is missing before this"));
    }

    private (Place, string)? Layout() => Says("invalid mapping") || Says("expected key") || Says("<document end>")
        ? new LayoutFault(text).Find(_start, followsText: Says("multiline plain scalar"))
        : null;

    private (Place, string) Other()
    {
        var line = exception.End.Line <= _start.Line ? "" : FormattableString.Invariant($" in line {exception.End.Line}");
        return (_start, QuotedText.Escape(_problem, LongestProblem) + line);
    }

    private bool Says(string words) => _problem.Contains(words, StringComparison.Ordinal);

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex IndentingTab();
}
