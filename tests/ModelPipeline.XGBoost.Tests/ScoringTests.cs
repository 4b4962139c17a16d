using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Tests;

public sealed class ScoringTests
{
    [Theory]
    [InlineData("one-hot")]
    [InlineData("ordinal")]
    public void Categories_that_are_missing_unseen_or_rare_score_alike(string categories)
    {
        var problem = Problem.Regression([1, 2, 3, 1, 2, 3, 9], Columns.Texts("c", "a", "b", "c", "a", "b", "c", "rare"))
            .With("categories", categories).With("max_categories", 3L).With("min_child_weight", 0.0);

        var scores = problem.Score(Columns.Texts("c", null, "rare", "unseen", "a", "b"));

        scores[1].ShouldBe(scores[0]);
        scores[2].ShouldBe(scores[0]);
        scores[3..].ShouldAllBe(score => score != scores[0]);
    }

    [Fact]
    public void A_missing_number_has_a_side_of_its_own_to_go_to()
    {
        var problem = Problem.Regression([0, 0, 5, 5, 0, 5], Columns.Numbers("x", 1, 2, double.NaN, double.NaN, 3, double.NaN)).With("min_child_weight", 0.0).With("rounds", 50L);

        var scores = problem.Score(Columns.Numbers("x", 2, double.NaN));

        scores[0].ShouldBe(0, 0.3);
        scores[1].ShouldBe(5, 0.3);
    }

    [Theory]
    [InlineData("one-hot")]
    [InlineData("ordinal")]
    public void Contributions_add_up_to_the_raw_scores(string categories)
    {
        foreach (var problem in new[] { Samples.MixedBinary(500), Samples.MixedMulticlass(500), Samples.MixedRegression(500) })
        {
            using var model = problem.With("categories", categories).Train();
            var rows = new Table(Samples.Mixed(2500, seed: 9));

            var contributions = ((IExplainingScorer)model.Scorer).Contribute(rows, TestContext.Current.CancellationToken);
            var scores = model.Scorer.Score(rows, TestContext.Current.CancellationToken);

            contributions.Rows.ShouldBe(2500);
            contributions.Features.ShouldBe(["age", "income", "colour", "size"]);
            for (var row = 0; row < scores.Rows; row += 7)
                Linked(contributions, row, scores.Outputs.Count, problem.Task).Zip(scores.Row(row).ToArray()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
        }
    }

    [Fact]
    public void Parallel_calls_give_the_same_scores_and_contributions()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var model = Samples.MixedMulticlass(500).Train();
        var scorer = (IExplainingScorer)model.Scorer;
        var rows = new Table(Samples.Mixed(3000, seed: 9));
        var (scores, contributions) = (scorer.Score(rows, cancellation).Values.ToArray(), scorer.Contribute(rows, cancellation).Of(17, 1).ToArray());

        Parallel.For(0, 24, call =>
        {
            if (call % 3 == 0)
                scorer.Contribute(rows, cancellation).Of(17, 1).ToArray().ShouldBe(contributions);
            else
                scorer.Score(rows, cancellation).Values.ToArray().ShouldBe(scores);
        });
    }

    [Fact]
    public void A_scorer_that_was_disposed_of_refuses()
    {
        var problem = Samples.MixedBinary(100);
        var model = problem.Train();
        model.Dispose();

        Should.Throw<ObjectDisposedException>(() => model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken));
        Should.Throw<ObjectDisposedException>(() => model.Scorer.Score(new Table(Samples.Mixed(5000)), TestContext.Current.CancellationToken));
    }

    private static double[] Linked(Contributions contributions, int row, int outputs, Specs.ModelTask task)
    {
        double[] raw = [.. Enumerable.Range(0, outputs).Select(output => contributions.RawScore(row, output))];
        return task switch
        {
            Specs.ModelTask.Regression => raw,
            Specs.ModelTask.BinaryClassification => [1 / (1 + Math.Exp(-raw[0]))],
            _ => [.. raw.Select(score => Math.Exp(score) / raw.Sum(Math.Exp))],
        };
    }
}
