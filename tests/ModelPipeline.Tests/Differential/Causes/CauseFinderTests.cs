using ModelPipeline.Data;
using ModelPipeline.Differential.Causes;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Differential.Causes;

public sealed class CauseFinderTests
{
    private static readonly Column[] Champion = [Compared.Age(), Compared.Plan()];

    [Fact]
    public void An_honest_retraining_on_other_rows_has_no_cause() =>
        CauseFinder.Find(Compared.Of(Champion, [Compared.Age(seed: 11), Compared.Plan(seed: 12)])).ShouldBeEmpty();

    [Theory]
    [InlineData(100, "looks multiplied by 100:")]
    [InlineData(0.001, "looks multiplied by 0.001:")]
    public void A_change_of_unit_is_named_with_its_factor(double factor, string expected) =>
        First([Compared.Age(factor, seed: 11), Compared.Plan()]).ShouldContain($"'age' {expected}");

    [Fact]
    public void Swapped_categories_are_told_by_their_shares() =>
        First([Compared.Age(), Compared.Plan(12, "silver", "gold", "basic")]).ShouldStartWith("categories 'basic' and 'silver' of 'plan' look swapped");

    [Fact]
    public void A_feature_that_became_constant_is_named_with_its_value() =>
        First([new NumericColumn("age", [.. Enumerable.Repeat(30.0, Compared.Rows)]), Compared.Plan()]).ShouldStartWith("feature 'age' is 30 in all 2,000 training rows");

    [Fact]
    public void A_removed_feature_is_named() => First([Compared.Age()]).ShouldStartWith("feature 'plan' was removed");

    [Fact]
    public void A_new_category_is_named() => First([Compared.Age(), Compared.Plan(2, "basic", "gold", "platinum")]).ShouldStartWith("feature 'plan' has no 'silver' any more");

    [Fact]
    public void Missing_values_that_rose_are_counted()
    {
        double[] age = [.. Compared.Age().Values.ToArray().Select((value, row) => row % 5 == 0 ? double.NaN : value)];

        First([new NumericColumn("age", age), Compared.Plan()]).ShouldBe("20% of the values of 'age' are missing in training, 0% of the champion's");
    }

    [Fact]
    public void Lost_rows_are_counted() =>
        First(Champion, manifest => manifest with { Data = manifest.Data with { TrainRows = 1000 } }).ShouldStartWith("rows were lost: 1,000 to train on");

    [Fact]
    public void Another_parameter_is_named() =>
        First(Champion, manifest => manifest with { Parameters = new TrainerParameters([.. manifest.Parameters.Values.Where(item => item.Key != "whole"), new("whole", 10.0)]) })
            .ShouldBe("parameter 'whole' is 10, the champion's 1");

    [Fact]
    public void Another_positive_class_is_named() =>
        First(Champion, manifest => manifest with { Signature = manifest.Signature with { Classes = ["yes", "no"] } })
            .ShouldBe("the positive class is 'no' now, for the champion it is 'yes' (data.positive)");

    [Fact]
    public void Data_of_the_champion_are_said_to_be_no_news() =>
        First(Champion, manifest => manifest with { Data = manifest.Data with { Digest = Digest.Of("data") } }).ShouldBe("the data are unchanged since the champion, and so are the training rows");

    [Fact]
    public void Shuffled_labels_leave_neither_model_better_than_chance()
    {
        var scores = Compared.Uniform(21);

        Labelled(scores, Compared.Uniform(22), Compared.Uniform(23)).ShouldStartWith("the labels look shuffled");
    }

    [Fact]
    public void Flipped_labels_make_the_champion_worse_than_chance()
    {
        var scores = Compared.Uniform(21);

        Labelled(scores, [.. scores.Select(score => 1 - score)], [.. scores.Select(score => 1 - score)]).ShouldStartWith("the labels look flipped");
    }

    [Fact]
    public void Noisy_labels_make_both_models_worse_than_the_champions_own_test()
    {
        var scores = Compared.Uniform(21);
        double[] noisy = [.. scores.Select((score, row) => row % 3 == 0 ? 1 - score : score)];

        Labelled(scores, scores, noisy).ShouldStartWith("the labels look noisy: on the reference rows the champion has auc");
    }

    [Fact]
    public void A_champion_as_good_as_in_its_own_test_speaks_for_the_labels()
    {
        var scores = Compared.Uniform(21);

        CauseFinder.Find(Compared.Of(Champion, Champion).WithScores(scores, scores, Classes(scores))).ShouldBeEmpty();
    }

    [Fact]
    public void A_column_name_cannot_break_the_line()
    {
        var cause = CauseFinder.Find(Compared.Of([.. Champion, new NumericColumn("a\nb", [.. Compared.Uniform(5)])], Champion))[0];

        cause.ShouldContain(@"'a\nb'");
        cause.ShouldNotContain('\n');
    }

    [Fact]
    public void A_hint_has_three_causes_at_most()
    {
        CauseFinder.HintOf(["a", "b", "c", "d"], hasRows: true).ShouldBe("a; b; c");
        CauseFinder.HintOf([], hasRows: true).ShouldContain("differential.csv");
    }

    private static string First(Column[] candidate, Func<BundleManifest, BundleManifest>? change = null) => CauseFinder.Find(Compared.Of(Champion, candidate, change))[0];

    private static string Labelled(double[] champion, double[] candidate, double[] truth) =>
        CauseFinder.Find(Compared.Of(Champion, Champion).WithScores(champion, candidate, Classes(truth)))[0];

    /// <summary>Classes that are positive with the given probabilities.</summary>
    private static int[] Classes(double[] probabilities)
    {
        var random = new SeededRandom(99);
        return [.. probabilities.Select(probability => random.NextDouble() < probability ? 1 : 0)];
    }
}
