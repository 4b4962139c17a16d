using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Cards;

public sealed class ComparisonFactsTests
{
    private static StepEvidence Evidence { get; } = Given.Evidence(StepNames.DifferentialTest, Given.Check("label_flips", Status.Passed)) with
    {
        Measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal)
        {
            ["changed_rows"] = new(0.132, 0.115, 0.151),
            ["ks"] = 0.0312,
            ["label_flips"] = new(0.00001, 0, 0.0003),
            ["mean_shift"] = new(-0.0012, -0.003, 0.0006),
            ["negative_flips"] = 0,
            ["reference_rows"] = 1409,
            ["sensitivity.champion.x"] = 0.2,
            ["unit"] = 1,
        },
    };

    [Fact]
    public void Shares_are_percentages_and_shifts_are_numbers_the_broadest_first() =>
        ComparisonFacts.Differences(Evidence, ModelTask.BinaryClassification).ShouldBe(
        [
            new("rows compared", "1,409"),
            new("rows that changed by more than the tolerance", "13.2% [11.5%, 15.1%]"),
            new("rows that changed label", "0.001% [0%, 0.03%]"),
            new("rows that were right and are wrong now", "0%"),
            new("shift of the mean score", "-0.0012 [-0.0030, 0.0006]"),
            new("greatest distance of the distributions (Kolmogorov and Smirnov)", "0.0312"),
        ]);

    [Fact]
    public void A_regression_has_no_labels_to_flip() =>
        ComparisonFacts.Differences(Evidence, ModelTask.Regression).ShouldAllBe(fact => !fact.Name.Contains("label", StringComparison.Ordinal) && !fact.Name.Contains("right", StringComparison.Ordinal));

    [Fact]
    public void Rows_that_the_champion_knew_are_noted() =>
        ComparisonFacts.Differences(Evidence with { Facts = Facts(("seen_by_champion", "it knew them")) }, ModelTask.BinaryClassification)[^1].ShouldBe(new("note", "it knew them"));

    [Fact]
    public void Without_a_comparison_there_are_no_differences_and_no_causes()
    {
        var alone = Given.Evidence(StepNames.DifferentialTest, Given.Check("champion", Status.NoBaseline));

        ComparisonFacts.Differences(null, ModelTask.Regression).ShouldBeEmpty();
        ComparisonFacts.Differences(alone with { Measures = Evidence.Measures }, ModelTask.Regression).ShouldBeEmpty();
        ComparisonFacts.Causes(null).ShouldBeEmpty();
        ComparisonFacts.Causes(alone).ShouldBeEmpty();
    }

    [Fact]
    public void Causes_come_in_the_order_of_their_numbers() =>
        ComparisonFacts.Causes(Evidence with { Facts = Facts([.. Enumerable.Range(1, 11).Select(number => ($"cause.{number}", $"c{number}")), ("reference", "r")]) })
            .ShouldBe(Enumerable.Range(1, 11).Select(number => $"c{number}"));

    private static SortedDictionary<string, string> Facts(params (string Name, string Value)[] facts) =>
        new(facts.ToDictionary(fact => fact.Name, fact => fact.Value), StringComparer.Ordinal);
}
