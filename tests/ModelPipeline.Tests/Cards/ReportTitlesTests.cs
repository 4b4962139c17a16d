using ModelPipeline.Cards;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Cards;

public sealed class ReportTitlesTests
{
    [Fact]
    public void Figures_and_tables_are_told_apart_and_have_titles()
    {
        var evidence = Left("differential.csv", "differential.svg", "differential-worst.csv");

        ReportTitles.Figures(evidence).ShouldBe([new("differential.svg", "How far the scores moved from the champion's")]);
        ReportTitles.Tables(evidence).ShouldBe([new("differential-worst.csv", "the rows that changed most, with their features"), new("differential.csv", "the rows that changed")]);
    }

    [Fact]
    public void A_file_that_the_closed_list_does_not_have_is_not_shown()
    {
        ReportTitles.Figures(Left("evil](https://evil.example).svg", "other.svg")).ShouldBeEmpty();
        ReportTitles.Tables(Left("../../secret.csv", "other.csv")).ShouldBeEmpty();
    }

    [Fact]
    public void Without_evidence_there_is_nothing()
    {
        ReportTitles.Figures(null).ShouldBeEmpty();
        ReportTitles.Tables(Left()).ShouldBeEmpty();
    }

    private static StepEvidence Left(params string[] files) => Given.Evidence(StepNames.DifferentialTest) with
    {
        Facts = files.ToDictionary(file => $"report.{file}", file => Digest.Of(file).ToString()),
    };
}
