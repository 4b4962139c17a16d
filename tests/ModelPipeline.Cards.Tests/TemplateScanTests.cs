using System.Text.RegularExpressions;

namespace ModelPipeline.Cards.Tests;

public sealed partial class TemplateScanTests
{
    /// <summary>What is printed as it is, and why that is safe.</summary>
    private static readonly Dictionary<string, string> Unescaped = new()
    {
        ["metric.exact"] = "a formatted number",
        ["metric.value"] = "a formatted number",
        ["metric.interval"] = "formatted numbers",
        ["metric.champion"] = "a formatted number",
        ["metric.difference"] = "formatted numbers",
        ["figure.difference"] = "formatted numbers, or 'undefined'",
        ["figure.file"] = "a name of the closed list of reports",
        ["table.file"] = "a name of the closed list of reports",
        ["metric.name"] = "a name of the closed list of metrics",
        ["check.observed"] = "a formatted number",
        ["check.limit"] = "a formatted number",
        ["slice.rows"] = "a formatted number",
        ["exit_code"] = "a number",
        ["row.status"] = "printed so only where it is 'passed' or 'skipped'",
        ["include 'facts'"] = "a template",
        ["include 'failing'"] = "a template",
        ["step.status"] = "printed so only where it is 'passed' or 'skipped'",
        ["run_page"] = "a URL that the host makes of the run's number",
        ["reference"] = "a name in a Dockerfile that the image was built under",
        ["from"] = "a name in a Dockerfile that the image was built on",
        ["blob"] = "a path made of a digest",
        ["label"] = "quoted for a Dockerfile by its document",
        ["bundle"] = "a digest",
        ["commit"] = "a commit's hash",
        ["link.address"] = "an address made of a commit and a percent-encoded path",
        ["request"] = "an address that the host gave",
        ["card"] = "an address on the host's pages",
        ["image"] = "a name in a registry that the image was pushed under, and a digest",
    };

    public static TheoryData<string> Templates => ["check", "comment", "dockerfile", "failing", "model-card", "facts", "mutation", "pull-request", "release-notes", "summary"];

    [Fact]
    public void Every_template_that_ships_is_scanned() =>
        typeof(ScribanDocumentRenderer).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
            .ShouldBe(Templates.Select(row => row.Data + ".sbn").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_text_that_is_printed_is_escaped_for_where_it_stands(string template)
    {
        var printed = Printed(template).ToList();

        printed.ShouldNotBeEmpty();
        foreach (var (expression, isFrontMatter) in printed.Where(found => !Unescaped.ContainsKey(found.Expression)))
            expression.ShouldEndWith(isFrontMatter ? " | yaml" : " | md");
    }

    [Fact]
    public void Every_exception_is_still_needed() =>
        Unescaped.Keys.ShouldBeSubsetOf(Templates.SelectMany(row => Printed(row.Data)).Select(found => found.Expression));

    /// <summary>Every expression whose value a template prints, and whether it stands in the front matter.</summary>
    private static IEnumerable<(string Expression, bool IsFrontMatter)> Printed(string template)
    {
        var text = Text(template);
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", StringComparison.Ordinal) : 0;
        return
            from block in Block().Matches(text)
            from statement in block.Groups[1].Value.Split(';', StringSplitOptions.TrimEntries)
            where !Silent().IsMatch(statement)
            select (statement, block.Index < end);
    }

    private static string Text(string template)
    {
        using var stream = typeof(ScribanDocumentRenderer).Assembly.GetManifestResourceStream(template + ".sbn").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{[-~]?\s*(.*?)\s*[-~]?\}\}", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(#|if |else\b|for |end\b|\w+ = )")]
    private static partial Regex Silent();
}
