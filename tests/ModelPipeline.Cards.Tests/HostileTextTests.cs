using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelPipeline.Cards.Tests;

public sealed partial class HostileTextTests
{
    private const string Harmless = "text";
    private const string Break = "<!-- -->";

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_card(string text) =>
        ShouldHaveTheStructureOf(Rendered.Body(Rendered.Card(Documents.Of(text))), Rendered.Body(Rendered.Card(Documents.Of(Harmless))));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_summary(string text) =>
        ShouldHaveTheStructureOf(Rendered.Summary(Documents.SummaryOf(text)), Rendered.Summary(Documents.SummaryOf(Harmless)));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_mutation_test(string text) =>
        ShouldHaveTheStructureOf(Rendered.Mutation(Documents.MutationOf(text)), Rendered.Mutation(Documents.MutationOf(Harmless)));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_comment(string text) =>
        ShouldHaveTheStructureOf(Rendered.Comment(Documents.CommentOf(text)), Rendered.Comment(Documents.CommentOf(Harmless)));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_check_run(string text) =>
        ShouldHaveTheStructureOf(Rendered.Check(Documents.CheckOf(text)), Rendered.Check(Documents.CheckOf(Harmless)));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void No_text_changes_the_structure_of_a_pull_request(string text) =>
        ShouldHaveTheStructureOf(Rendered.PullRequest(Documents.PullRequestOf(text)), Rendered.PullRequest(Documents.PullRequestOf(Harmless)));

    [Theory]
    [InlineData("http:")]
    [InlineData("<")]
    [InlineData("@1")]
    [InlineData("a\n")]
    public void A_text_of_a_megabyte_stays_on_its_line(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        var card = Rendered.Card(Documents.Passed with { Description = text, FrontMatter = Documents.Passed.FrontMatter with { License = text[..1000] } });

        ShouldHaveTheStructureOf(Rendered.Body(card), Rendered.Body(Rendered.Card(Documents.Passed with { Description = Harmless })));
    }

    /// <summary>The same lines, each with the same markup that counts; nothing that a renderer makes a link, a mention or HTML of.</summary>
    private static void ShouldHaveTheStructureOf(string actual, string expected)
    {
        var lines = Lines(actual);
        var expectedLines = Lines(expected);
        lines.Length.ShouldBe(expectedLines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            Markup(lines[i]).ShouldBe(Markup(expectedLines[i]), lines[i]);
            Start(lines[i]).ShouldBe(Start(expectedLines[i]), lines[i]);
            lines[i].ShouldNotContain('<');
            lines[i].ShouldNotContain('>');
            Entity().Replace(lines[i], "").ShouldNotContain('&');
            Autolink().IsMatch(lines[i]).ShouldBeFalse(lines[i]);
            lines[i].Where(IsInvisible).ShouldBeEmpty();
        }
    }

    private static string[] Lines(string text) => text.Replace(Break, "\u0001", StringComparison.Ordinal).Split('\n');

    /// <summary>The characters of markup that no backslash stands before, in order.</summary>
    private static string Markup(string line) => string.Concat(EscapedOrMarkup().Matches(line).Select(match => match.Value).Where(value => value[0] != '\\'));

    /// <summary>What makes a heading, a list item, a rule or a table row of the line; blanks at its start make code of it.</summary>
    private static string Start(string line) => BlockStart().Match(line).Value;

    private static bool IsInvisible(char character) => character != '\u0001' && char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\\.|[|`*_\[\]~#!$\\]")]
    private static partial Regex EscapedOrMarkup();

    [GeneratedRegex(@"^( {2,}|#+ |[-+] |[-+=]+$|\d+[.)]( |$)|\|)")]
    private static partial Regex BlockStart();

    [GeneratedRegex("&(lt|gt|amp);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(https?|ftp):|www\.|@[^\u0001]|@$|#\d", RegexOptions.IgnoreCase)]
    private static partial Regex Autolink();
}
