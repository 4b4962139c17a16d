using System.Text.RegularExpressions;

namespace ModelPipeline.Cards.Tests;

public sealed partial class CardLayoutTests
{
    private static readonly Dictionary<string, CardDocument> Cards = new()
    {
        ["passed"] = Documents.Passed,
        ["unjudged"] = Documents.Unjudged,
        ["compared"] = Documents.Compared,
        ["metrics alone"] = Documents.Unjudged with { Metrics = Documents.Compared.Metrics, Compared = true },
        ["worst slices alone"] = Documents.Unjudged with { WorstSlices = Documents.Compared.WorstSlices },
        ["fairness alone"] = Documents.Unjudged with { Fairness = Documents.Compared.Fairness },
        ["evaluation figures alone"] = Documents.Unjudged with { EvaluationFigures = Documents.Compared.EvaluationFigures },
        ["differences alone"] = Documents.Unjudged with { Differences = Documents.Compared.Differences },
        ["differences with causes"] = Documents.Unjudged with { Differences = Documents.Compared.Differences, Causes = Documents.Compared.Causes },
        ["speed alone"] = Documents.Unjudged with { Speed = Documents.Compared.Speed },
        ["comparison figures alone"] = Documents.Unjudged with { ComparisonFigures = Documents.Compared.ComparisonFigures },
        ["tables alone"] = Documents.Unjudged with { Tables = Documents.Compared.Tables },
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_card_has_two_blank_lines_in_a_row_a_blank_at_a_lines_end_or_an_empty_section(string name)
    {
        var card = Rendered.Card(Cards[name]);

        ShouldBeTidy(card);
        Heading().Split(Rendered.Body(card))[1..].ShouldAllBe(section => section.Trim().Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_tables_lists_and_figures_of_a_card_stand_between_blank_lines(string name) => ShouldStandApart(Rendered.Body(Rendered.Card(Cards[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head(string name) => ShouldHaveEvenTables(Rendered.Body(Rendered.Card(Cards[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_shows_the_parts_that_it_has_and_no_others(string name)
    {
        var document = Cards[name];
        var card = Rendered.Card(document);

        card.Contains("| Champion | Difference |", StringComparison.Ordinal).ShouldBe(document.Compared);
        card.Contains("\n### Where it does worst\n", StringComparison.Ordinal).ShouldBe(document.WorstSlices.Count > 0);
        card.Contains("\n### Between groups\n", StringComparison.Ordinal).ShouldBe(document.Fairness.Count > 0);
        card.Contains("\n### Why it says what it says\n", StringComparison.Ordinal).ShouldBe(document.EvaluationFigures.Count > 0);
        card.Contains("There was nothing to compare with", StringComparison.Ordinal).ShouldBe(document.Differences.Count == 0);
        card.Contains("What differs between the two:", StringComparison.Ordinal).ShouldBe(document.Causes.Count > 0);
        card.Contains("Speed and size as ratios", StringComparison.Ordinal).ShouldBe(document.Speed.Count > 0);
        card.Contains("Beside this card:", StringComparison.Ordinal).ShouldBe(document.Tables.Count > 0);
        Figure().Count(card).ShouldBe(document.EvaluationFigures.Count + document.ComparisonFigures.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mutation_test_is_as_tidy_with_and_without_alarms(bool alarms)
    {
        var report = Rendered.Mutation(alarms ? Documents.Mutation : Documents.Mutation with { Alarms = [] });

        ShouldBeTidy(report);
        ShouldStandApart(report);
        ShouldHaveEvenTables(report);
        report.Contains("Clean runs alarmed about:", StringComparison.Ordinal).ShouldBe(alarms);
    }

    private static void ShouldBeTidy(string text)
    {
        text.ShouldNotContain("\n\n\n");
        text.ShouldNotContain(" \n");
        text.ShouldNotContain("\r");
        text.ShouldEndWith("\n");
        text.ShouldNotEndWith("\n\n");
    }

    /// <summary>Two lines follow each other only in a table, a list or a paragraph; a figure is none of these.</summary>
    private static void ShouldStandApart(string text)
    {
        foreach (var (before, line) in text.Split('\n').Zip(text.Split('\n').Skip(1)))
            if (before.Length > 0 && line.Length > 0)
                (Kind(before), Kind(line)).ShouldBeOneOf(("table", "table"), ("list", "list"));
    }

    private static void ShouldHaveEvenTables(string text)
    {
        var cells = 0;
        foreach (var line in text.Split('\n'))
        {
            var isRow = Kind(line) == "table";
            if (isRow && cells > 0)
                Cell().Count(line).ShouldBe(cells, line);
            cells = isRow ? Cell().Count(line) : 0;
        }
    }

    private static string Kind(string line) => line switch
    {
        ['|', ..] => "table",
        ['-', ' ', ..] => "list",
        ['#', ..] => "heading",
        ['!', '[', ..] => "figure",
        _ => "text",
    };

    [GeneratedRegex(@"^#{2,3} .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^!\[.*\]\([a-z]+\.svg\)$", RegexOptions.Multiline)]
    private static partial Regex Figure();

    /// <summary>The bars between cells: none that a backslash stands before.</summary>
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();
}
