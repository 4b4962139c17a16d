using ModelPipeline.Cards;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Cards;

public sealed class EvaluationFactsTests
{
    private static StepEvidence Evidence { get; } = Given.Evidence(StepNames.Evaluate, Given.Check("auc.threshold", Status.Passed)) with
    {
        Facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["fairness.a.b\n.equal_opportunity"] = "1 of 2 groups have 30 rows: two are needed",
            ["fairness.sex.demographic_parity"] = "greatest: sex=f, least: sex=m",
            ["undefined.f1"] = "nothing was predicted positive",
            ["worst_slice.1"] = "first",
            ["worst_slice.2"] = "second",
            ["worst_slices"] = "searched so",
        },
        Measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal) { ["fairness.sex.demographic_parity"] = new(0.0213, -0.0202, 0.0628) },
    };

    [Fact]
    public void The_worst_slices_come_before_how_they_were_searched_for() => EvaluationFacts.WorstSlices(Evidence).ShouldBe(["first", "second", "searched so"]);

    [Fact]
    public void A_search_that_found_nothing_is_told_all_the_same() =>
        EvaluationFacts.WorstSlices(Evidence with { Facts = new Dictionary<string, string> { ["worst_slices"] = "searched so" } }).ShouldBe(["searched so"]);

    [Fact]
    public void A_figure_is_the_last_part_of_its_name_whatever_the_column_is_called() => EvaluationFacts.Fairness(Evidence).ShouldBe(
    [
        new("a.b\n", "equal opportunity", "undefined", "1 of 2 groups have 30 rows: two are needed"),
        new("sex", "demographic parity", "0.0213 [-0.0202, 0.0628]", "greatest: sex=f, least: sex=m"),
    ]);

    [Fact]
    public void Without_an_evaluation_there_is_nothing()
    {
        EvaluationFacts.WorstSlices(null).ShouldBeEmpty();
        EvaluationFacts.Fairness(null).ShouldBeEmpty();
        EvaluationFacts.WorstSlices(Given.Evidence(StepNames.Evaluate)).ShouldBeEmpty();
        EvaluationFacts.Fairness(Given.Evidence(StepNames.Evaluate)).ShouldBeEmpty();
    }
}
