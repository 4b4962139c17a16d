using ModelPipeline.Data;
using ModelPipeline.Evaluation.Fairness;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation.Fairness;

public sealed class GroupFairnessTests
{
    // True positives of positives, false positives of negatives.
    private static readonly Group A = new("a", 15, 20, 10, 40);
    private static readonly Group B = new("b", 10, 20, 4, 20);
    private static readonly Group C = new("c", 12, 30, 2, 30);

    [Fact]
    public void The_differences_are_those_of_the_extreme_groups()
    {
        var result = Measure(A, B, C);

        // Selection 25/60, 14/40, 14/60; true positives 0.75, 0.5, 0.4; false positives 0.25, 0.2, 0.0667.
        ShouldBe(result.DemographicParity, GroupRate.Selection, 25 / 60.0 - 14 / 60.0, "group=a", "group=c");
        ShouldBe(result.EqualOpportunity, GroupRate.TruePositive, 0.35, "group=a", "group=c");
        ShouldBe(result.EqualizedOdds, GroupRate.TruePositive, 0.35, "group=a", "group=c");
        var interval = NewcombeInterval.Of(new(15, 20), new(12, 30));
        (result.EqualOpportunity.Estimate.Low, result.EqualOpportunity.Estimate.High).ShouldBe((interval.Low, interval.High));
    }

    [Fact]
    public void Equalized_odds_are_the_greater_of_both_rates()
    {
        var result = Measure(new("a", 15, 20, 24, 40), new("b", 10, 20, 4, 40));
        ShouldBe(result.EqualOpportunity, GroupRate.TruePositive, 0.25, "group=a", "group=b");
        ShouldBe(result.EqualizedOdds, GroupRate.FalsePositive, 0.5, "group=a", "group=b");
    }

    [Fact]
    public void Equal_groups_differ_by_nothing_and_the_interval_is_of_two_groups()
    {
        var result = Measure(A, A with { Name = "b" });
        ShouldBe(result.DemographicParity, GroupRate.Selection, 0, "group=a", "group=b");
        result.DemographicParity.Estimate.Low.ShouldBeLessThan(0);
        result.DemographicParity.Estimate.High.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Groups_of_fewer_than_30_rows_are_shown_and_not_compared()
    {
        var result = Measure(A, B, new("tiny", 0, 14, 15, 15));

        result.Groups.Select(group => (group.Name, group.Rows, group.IsTooSmall)).ShouldBe([("group=a", 60, false), ("group=b", 40, false), ("group=tiny", 29, true)]);
        ShouldBe(result.EqualOpportunity, GroupRate.TruePositive, 0.25, "group=a", "group=b");
        ShouldBe(result.DemographicParity, GroupRate.Selection, 25 / 60.0 - 0.35, "group=a", "group=b");
    }

    [Fact]
    public void Groups_of_fewer_than_10_positives_are_compared_by_what_they_have_enough_rows_for()
    {
        var result = Measure(A, B, new("c", 0, 9, 0, 30));
        ShouldBe(result.DemographicParity, GroupRate.Selection, 25 / 60.0, "group=a", "group=c");
        ShouldBe(result.EqualOpportunity, GroupRate.TruePositive, 0.25, "group=a", "group=b");
        ShouldBe(result.EqualizedOdds, GroupRate.TruePositive, 0.25, "group=a", "group=b");
        result.Groups[2].IsCompared(GroupRate.TruePositive).ShouldBeFalse();
        result.Groups[2].IsCompared(GroupRate.FalsePositive).ShouldBeTrue();
    }

    [Fact]
    public void Fewer_than_two_groups_are_a_reason_and_not_zero()
    {
        ShouldBeUndefined(Measure(A).DemographicParity, "1 of 1 groups have 30 rows: two are needed");

        var result = Measure(A, new("b", 9, 9, 0, 40), new("tiny", 1, 1, 1, 1));
        ShouldBe(result.DemographicParity, GroupRate.Selection, 25 / 60.0 - 9 / 49.0, "group=a", "group=b");
        ShouldBeUndefined(result.EqualOpportunity, "1 of 3 groups have 30 rows and 10 positive ones: two are needed");
        ShouldBeUndefined(result.EqualizedOdds, "1 of 3 groups have 30 rows and 10 positive ones: two are needed");
    }

    [Fact]
    public void Equalized_odds_need_both_rates()
    {
        var result = Measure(A, new("b", 20, 40, 9, 9));
        ShouldBe(result.EqualOpportunity, GroupRate.TruePositive, 0.25, "group=a", "group=b");
        ShouldBeUndefined(result.EqualizedOdds, "1 of 2 groups have 30 rows and 10 negative ones: two are needed");
    }

    [Fact]
    public void Missing_values_are_a_group()
    {
        Labels labels = Samples.Binary([.. Enumerable.Range(0, 80).Select(row => row % 2)]);
        Table rows = new([new NumericColumn("female", [.. Enumerable.Range(0, 80).Select(row => row < 40 ? 1 : double.NaN)])]);
        var scores = Samples.Probabilities([.. Enumerable.Range(0, 80).Select(row => row < 40 ? 0.5 : 0.4)]);

        ShouldBe(GroupFairness.Measure(rows, ["female"], labels, scores)[0].DemographicParity, GroupRate.Selection, 1, "female=1", "female is missing");
    }

    [Fact]
    public void A_score_that_is_no_number_makes_everything_undefined()
    {
        var (rows, labels, scores) = Rows(A, B);
        double[] values = scores.Values.ToArray();
        values[3] = double.NaN;

        var result = GroupFairness.Measure(rows, ["group"], labels, Samples.Probabilities(values)).ShouldHaveSingleItem();

        foreach (var difference in (FairnessDifference[])[result.DemographicParity, result.EqualOpportunity, result.EqualizedOdds])
            ShouldBeUndefined(difference, "1 of 100 test rows have a score that is NaN or infinite");
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        var (rows, labels, scores) = Rows(A, B);
        Should.Throw<ArgumentException>(() => GroupFairness.Measure(rows, ["absent"], labels, scores)).Message.ShouldContain("'absent' is not a column");
        Should.Throw<ArgumentException>(() => GroupFairness.Measure(rows.Select([0, 1]), ["group"], labels, scores)).Message.ShouldStartWith("There are 2 rows and 100 labels.");
        var (classes, probabilities, _) = Samples.Random(ModelTask.MulticlassClassification, 100, 1);
        Should.Throw<ArgumentException>(() => GroupFairness.Measure(rows, ["group"], classes, probabilities));
    }

    private static FairnessResult Measure(params Group[] groups)
    {
        var (rows, labels, scores) = Rows(groups);
        return GroupFairness.Measure(rows, ["group"], labels, scores).ShouldHaveSingleItem();
    }

    private static (Table Rows, Labels Labels, Scores Scores) Rows(params Group[] groups)
    {
        (int Group, int Label, double Score)[] rows = [.. groups.SelectMany((group, code) => group.Rows().Select(row => (code, row.Label, row.Score)))];
        return (
            new([new CategoricalColumn("group", [.. rows.Select(row => row.Group)], [.. groups.Select(group => group.Name)])]),
            Samples.Binary([.. rows.Select(row => row.Label)]),
            Samples.Probabilities([.. rows.Select(row => row.Score)]));
    }

    private static void ShouldBe(FairnessDifference difference, GroupRate rate, double value, string greatest, string least)
    {
        difference.Undefined.ShouldBeNull();
        (difference.Rate, difference.Greatest, difference.Least).ShouldBe((rate, greatest, least));
        difference.Estimate.Value.ShouldBe(value, 1e-12);
    }

    private static void ShouldBeUndefined(FairnessDifference difference, string reason)
    {
        difference.Undefined.ShouldBe(reason);
        difference.Estimate.Value.ShouldBe(double.NaN);
        (difference.Greatest, difference.Least).ShouldBe(("", ""));
    }

    private sealed record Group(string Name, int TruePositives, int Positives, int FalsePositives, int Negatives)
    {
        public IEnumerable<(int Label, double Score)> Rows() =>
            Of(1, TruePositives, Positives).Concat(Of(0, FalsePositives, Negatives));

        private static IEnumerable<(int Label, double Score)> Of(int label, int selected, int all) =>
            Enumerable.Range(0, all).Select(row => (label, row < selected ? 0.5 : 0.49));
    }
}
