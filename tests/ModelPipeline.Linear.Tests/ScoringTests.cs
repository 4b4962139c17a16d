using ModelPipeline.Data;

namespace ModelPipeline.Linear.Tests;

public sealed class ScoringTests
{
    [Fact]
    public void One_row_scores_as_it_does_in_a_batch()
    {
        var problem = Samples.MixedMulticlass(5000);
        using var model = problem.Train();
        var all = model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken);

        foreach (var row in new[] { 0, 1023, 1024, 4999 })
        {
            var one = model.Scorer.Score(problem.Rows.Select([row]), TestContext.Current.CancellationToken);
            one.Values.ToArray().ShouldBe(all.Row(row).ToArray());
        }
    }

    [Fact]
    public void No_row_scores_to_nothing()
    {
        using var model = Samples.TenMulticlass.Train();

        var scores = model.Scorer.Score(Samples.TenMulticlass.Rows.Select([]), TestContext.Current.CancellationToken);

        scores.Rows.ShouldBe(0);
        scores.Outputs.ShouldBe(["probability_x", "probability_y", "probability_z"]);
    }

    [Fact]
    public void Columns_are_found_by_name_and_others_ignored()
    {
        var reordered = new Table([Columns.Texts("other", "q"), Columns.Texts("c", "b"), Columns.Numbers("x", 2)]);

        Samples.TenBinary.Score(reordered).ShouldBe([Samples.TenBinary.Score(Samples.Ten)[1]]);
    }

    [Fact]
    public void Categories_are_matched_by_text_whatever_their_codes()
    {
        var plain = Samples.TenBinary.Score(Columns.Numbers("x", 2), Columns.Texts("c", "b"));

        Samples.TenBinary.Score(Columns.Numbers("x", 2), new CategoricalColumn("c", [2], ["", "A", "b", "c", "zzz"])).ShouldBe(plain);
    }

    [Fact]
    public void Columns_of_one_dictionary_and_of_others_score_alike_in_any_turn()
    {
        using var model = Samples.TenBinary.Train();
        string[] shared = ["a", "b"];
        var scores = new List<double>();
        foreach (var (codes, categories) in new[] { (1, shared), (0, ["b"]), (1, shared), (0, shared), (0, ["a"]) })
        {
            var row = new Table([Columns.Numbers("x", 2), new CategoricalColumn("c", [codes], categories)]);
            scores.Add(model.Scorer.Score(row, TestContext.Current.CancellationToken).Values[0]);
        }

        scores[0].ShouldNotBe(scores[3]);
        scores.ShouldBe([scores[0], scores[0], scores[0], scores[3], scores[3]]);
    }

    [Fact]
    public void Every_missing_or_wrong_column_is_named()
    {
        var rows = new Table([Columns.Texts("x", "1")]);

        Should.Throw<ArgumentException>(() => Samples.TenBinary.Score(rows))
            .Message.ShouldStartWith("The rows do not fit the model: column 'x' is categorical, expected numeric; column 'c' (categorical) is missing.");
    }

    [Fact]
    public void Parallel_scoring_gives_what_sequential_scoring_gives()
    {
        var problem = Samples.MixedBinary(3000);
        using var model = problem.Train();
        var expected = model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken).Values.ToArray();
        var results = new double[16][];

        Parallel.For(0, results.Length, i => results[i] = model.Scorer.Score(problem.Rows, CancellationToken.None).Values.ToArray());

        results.ShouldAllBe(values => values.SequenceEqual(expected));
    }

    [Fact]
    public void A_cancelled_scoring_stops()
    {
        using var model = Samples.TenBinary.Train();

        Should.Throw<OperationCanceledException>(() => model.Scorer.Score(Samples.TenBinary.Rows, new(canceled: true)));
    }
}
