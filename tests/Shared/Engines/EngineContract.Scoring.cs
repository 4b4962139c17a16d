using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_category_that_training_has_not_seen_scores_alike(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);

        var unknown = model.Scorer.Score(unseen.WithCategory(Sample.Colour, "violet"), Cancellation);

        ShouldBeSound(task, unknown);
        foreach (var category in new[] { "Red", "red ", "", "NaN", "\u0000", "a\r\n\"b\",c", new string('x', 10_000) })
            Score(model, unseen.WithCategory(Sample.Colour, category)).ShouldBe(unknown.Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Rows_may_miss_any_value_and_all_of_them(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);

        foreach (var column in unseen.Columns)
            ShouldBeSound(task, model.Scorer.Score(unseen.WithMissing(column.Name), Cancellation));
        var nothing = unseen.Columns.Aggregate(unseen, (rows, column) => rows.WithMissing(column.Name));
        var scores = model.Scorer.Score(nothing, Cancellation);

        ShouldBeSound(task, scores);
        foreach (var row in Enumerable.Range(0, scores.Rows))
            scores.Row(row).ToArray().ShouldBe(scores.Row(0).ToArray());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_row_scores_the_same_alone_in_a_batch_and_in_any_order(ModelTask task)
    {
        var unseen = Sample.Of(task, 2500, seed: 2).Rows;
        using var model = Train(task);
        var batch = model.Scorer.Score(unseen, Cancellation);

        foreach (var row in new[] { 0, 1, 999, 1024, 2499 })
            Score(model, unseen.Select([row])).ShouldBe(batch.Row(row).ToArray());
        int[] backwards = [.. Enumerable.Range(0, unseen.Rows).Reverse()];
        Score(model, unseen.Select(backwards)).ShouldBe(batch.Select(backwards).Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Columns_are_found_by_name_and_others_change_nothing(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);
        var expected = Score(model, unseen);
        Column[] others = [new NumericColumn("Strong", new double[50]), new TextColumn("note", [.. Enumerable.Repeat("n", 50)])];

        Score(model, new([.. others, .. unseen.Columns.Reverse()])).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Categories_are_known_by_their_text_whatever_their_codes(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);
        string[] dictionary = ["aaa", "blue", "bluf", "green", "hue", "red", "zzz"];
        int[] codes = [.. Enumerable.Range(0, 50).Select(row => Array.IndexOf(dictionary, unseen[Sample.Colour].Text(row)))];

        Score(model, unseen.With(new CategoricalColumn(Sample.Colour, codes, dictionary))).ShouldBe(Score(model, unseen));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Columns_that_are_missing_or_of_another_type_are_refused_by_name(ModelTask task)
    {
        var unseen = Sample.Of(task, 5, seed: 2).Rows;
        using var model = Train(task);

        var absent = Should.Throw<ArgumentException>(() => Score(model, unseen.Without(Sample.Weak).Without(Sample.Colour)));
        var wrong = Should.Throw<ArgumentException>(() => Score(model, unseen.WithCategory(Sample.Strong, "1").WithNumber(Sample.Shop, 1)));

        absent.Message.ShouldContain(Sample.Weak);
        absent.Message.ShouldContain(Sample.Colour);
        wrong.Message.ShouldContain(Sample.Strong);
        wrong.Message.ShouldContain(Sample.Shop);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void No_rows_have_no_scores(ModelTask task)
    {
        using var model = Train(task);

        var scores = model.Scorer.Score(SampleOf(task).Rows.Select([]), Cancellation);

        scores.Rows.ShouldBe(0);
        scores.Outputs.ShouldBe(SampleOf(task).Signature.Outputs);
    }

    private void ShouldBeSound(ModelTask task, Scores scores)
    {
        scores.Values.ToArray().ShouldAllBe(value => double.IsFinite(value));
        if (task != ModelTask.Regression)
            scores.Values.ToArray().ShouldAllBe(value => value >= 0 && value <= 1);
        if (task == ModelTask.MulticlassClassification)
            Enumerable.Range(0, scores.Rows).ShouldAllBe(row => Math.Abs(scores.Row(row).ToArray().Sum() - 1) <= Subject.SumTolerance);
    }
}
