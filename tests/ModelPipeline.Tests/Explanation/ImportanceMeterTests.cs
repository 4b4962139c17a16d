using System.Collections.Concurrent;
using ModelPipeline.Data;
using ModelPipeline.Explanation;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Evaluation;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Explanation;

public sealed class ImportanceMeterTests
{
    [Fact]
    public void Features_are_ranked_by_what_the_model_loses_and_one_that_it_does_not_read_loses_nothing()
    {
        var importance = Given.ExplainBinary().Importance;

        importance.Features.Select(feature => feature.Feature).ShouldBe(["strong", "weak", "unused"]);
        importance.Features[0].Mean!.Value.ShouldBeGreaterThan(10 * Math.Abs(importance.Features[1].Mean!.Value));
        importance.Features[2].ShouldBe(new("unused", 0, 0));
        importance.Loss.ShouldBe("log_loss");
        importance.Repeats.ShouldBe(5);
    }

    [Fact]
    public void The_growth_of_a_regressions_loss_is_in_the_labels_unit()
    {
        var importance = Regression(Given.Features).Importance;

        // A perfect model of 10 * u: shuffled, it is off by 10 * (u - u'), whose root mean square is 10 / sqrt(6) for uniform numbers.
        importance.Loss.ShouldBe("rmse");
        importance.Baseline.ShouldBe(0);
        importance.Features[0].Mean!.Value.ShouldBe(10 / Math.Sqrt(6), 0.4);
        importance.Features[1].Mean!.Value.ShouldBe(1 / Math.Sqrt(6), 0.04);
        importance.Features[0].Deviation!.Value.ShouldBeInRange(0.001, 0.5);
    }

    [Fact]
    public void Every_class_counts_in_the_loss_of_a_multiclass_model()
    {
        var scorer = new LambdaScorer(["a", "b", "c"], numbers => numbers[0] < 1 / 3.0 ? [0.8, 0.1, 0.1] : numbers[0] < 2 / 3.0 ? [0.1, 0.8, 0.1] : [0.1, 0.1, 0.8]);
        int[] codes = [.. ((NumericColumn)Given.Features["strong"]).Values.ToArray().Select(number => (int)(3 * number))];

        var importance = Given.Explain(scorer, Given.Features, Labels.OfClasses(["a", "b", "c"], codes), ModelTask.MulticlassClassification).Importance;

        importance.Baseline!.Value.ShouldBe(-Math.Log(0.8), 1e-12);
        importance.Features[0].Feature.ShouldBe("strong");
        importance.Features[0].Mean!.Value.ShouldBe(2 / 3.0 * Math.Log(8), 0.15);
    }

    [Fact]
    public void A_shuffled_column_keeps_its_values_and_the_other_columns_stay_as_they_are()
    {
        var seen = new ConcurrentBag<Table>();
        var scorer = new WatchedScorer(Given.Regression, seen.Add);

        Given.Explain(scorer, Given.Features, Labels.OfNumbers(new double[200]), ModelTask.Regression);

        var shuffled = seen.Select(table => table.Columns.Where(column => !Numbers(column).SequenceEqual(Numbers(Given.Features[column.Name]))).ToList()).ToList();
        shuffled.Count(columns => columns.Count == 0).ShouldBe(1);
        shuffled.Count(columns => columns.Count == 1).ShouldBe(15);
        shuffled.SelectMany(columns => columns).ShouldAllBe(column => Numbers(column).Order().SequenceEqual(Numbers(Given.Features[column.Name]).Order()));
    }

    [Fact]
    public void Every_order_is_equally_likely_also_that_which_there_was()
    {
        var two = new Table([new NumericColumn("x", [0, 1])]);
        var swapped = new ConcurrentBag<bool>();
        var scorer = new WatchedScorer(LambdaScorer.OfOne(numbers => numbers[0]), table => swapped.Add(Numbers(table["x"])[0] == 1));

        for (var seed = 0; seed < 200; seed++)
            Given.Explain(scorer, two, Labels.OfNumbers([0, 1]), ModelTask.Regression, seed);

        // Besides 1,000 shuffles, each explanation scores the rows as they are.
        swapped.Count.ShouldBe(1200);
        swapped.Count(swap => swap).ShouldBeInRange(450, 550);
    }

    [Fact]
    public void Another_feature_more_changes_nothing_for_the_others()
    {
        var fewer = Regression(Given.Features).Importance;
        var more = Regression(Given.Numbers(200, 7, "strong", "weak", "unused", "one more")).Importance;

        more.Features.Where(feature => feature.Feature != "one more").ShouldBe(fewer.Features);
    }

    [Fact]
    public void The_same_seed_gives_the_same_and_another_seed_another()
    {
        Given.ExplainBinary(7).Importance.Features.ShouldBe(Given.ExplainBinary(7).Importance.Features);
        Given.ExplainBinary(8).Importance.Features.ShouldNotBe(Given.ExplainBinary(7).Importance.Features);
    }

    [Fact]
    public void Of_many_rows_five_thousand_are_enough()
    {
        var features = Given.Numbers(12_001, 3, "a", "b");

        var explanation = Regression(features);

        explanation.Importance.Rows.ShouldBe(5000);
        explanation.Rows.ShouldBe(12_001);
        explanation.Importance.Features[0].Mean!.Value.ShouldBe(10 / Math.Sqrt(6), 0.1);
    }

    [Fact]
    public void One_row_cannot_be_shuffled_so_nothing_is_said_of_any_feature()
    {
        var importance = Regression(Given.Numbers(1, 3, "a", "b")).Importance;

        importance.Rows.ShouldBe(1);
        importance.Features.ShouldBe([new("a", null, null), new("b", null, null)]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.5)]
    [InlineData(-0.5)]
    public void A_feature_whose_shuffling_gives_what_is_no_probability_has_no_importance_and_comes_last(double impossible)
    {
        var features = new Table([new NumericColumn("x", [0, 1, 0, 1, 0, 1, 0, 1]), new NumericColumn("same as x", [0, 1, 0, 1, 0, 1, 0, 1]), new NumericColumn("free", [1, 2, 3, 4, 5, 6, 7, 8])]);
        var scorer = LambdaScorer.OfOne(numbers => numbers[0] == numbers[1] ? 0.1 * numbers[2] : impossible);

        var importance = Given.Explain(scorer, features, Samples.Binary(0, 0, 0, 0, 1, 1, 1, 1), ModelTask.BinaryClassification).Importance;

        importance.Features.Select(feature => feature.Feature).ShouldBe(["free", "x", "same as x"]);
        importance.Features.Select(feature => feature.Mean is null).ShouldBe([false, true, true]);
    }

    [Fact]
    public void Progress_counts_the_features_in_order()
    {
        var told = new List<string>();
        var labels = Labels.OfNumbers(new double[200]);

        Explainer.Explain(
            Given.Regression, Given.Features, labels, new Scores(["score"], new double[200]), ModelTask.Regression, 7, new Told(told.Add), TestContext.Current.CancellationToken);

        told.ShouldBe(["permutation importance, 1 of 3 features", "permutation importance, 2 of 3 features", "permutation importance, 3 of 3 features"]);
    }

    [Fact]
    public void Measuring_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var scorer = new WatchedScorer(Given.Regression, _ => stop.Cancel());

        Should.Throw<OperationCanceledException>(() => Explainer.Explain(
            scorer, Given.Features, Labels.OfNumbers(new double[200]), new Scores(["score"], new double[200]), ModelTask.Regression, 7, new Told(_ => { }), stop.Token));
    }

    [Fact]
    public void A_models_own_failure_comes_out_as_it_is()
    {
        var scorer = new WatchedScorer(Given.Regression, _ => throw new InvalidDataException("the model is broken"));

        Should.Throw<InvalidDataException>(() => Explainer.Explain(
            scorer, Given.Features, Labels.OfNumbers(new double[200]), new Scores(["score"], new double[200]), ModelTask.Regression, 7, new Told(_ => { }), TestContext.Current.CancellationToken))
            .Message.ShouldBe("the model is broken");
    }

    private static double[] Numbers(Column column) => ((NumericColumn)column).Values.ToArray();

    private static ModelExplanation Regression(Table features) => Given.Explain(
        Given.Regression, features, Labels.OfNumbers(Given.Regression.Score(features, CancellationToken.None).Values.ToArray()), ModelTask.Regression);

    private sealed class WatchedScorer(IScorer scorer, Action<Table> scored) : IScorer
    {
        public Scores Score(Table rows, CancellationToken cancellation)
        {
            scored(rows);
            return scorer.Score(rows, cancellation);
        }

        public void Dispose() => scorer.Dispose();
    }

    private sealed class Told(Action<string> told) : IProgress<string>
    {
        public void Report(string value) => told(value);
    }
}
