using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_feature_that_tells_most_is_the_most_important(ModelTask task)
    {
        var unseen = Sample.Of(task, 200, seed: 2);
        using var model = Train(task);

        int[] backwards = [.. Enumerable.Range(0, unseen.Rows.Rows).Reverse()];
        var shuffled = unseen.Rows.Select(backwards);
        var errors = unseen.Rows.Columns.ToDictionary(
            column => column.Name,
            column => unseen.SquaredError(model.Scorer.Score(unseen.Rows.With(shuffled[column.Name]), Cancellation)));

        errors.MaxBy(error => error.Value).Key.ShouldBe(Sample.Strong);
        errors[Sample.Strong].ShouldBeGreaterThan(unseen.SquaredError(model.Scorer.Score(unseen.Rows, Cancellation)));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void What_tells_something_moves_the_scores(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);

        var low = model.Scorer.Score(unseen.WithNumber(Sample.Strong, -0.9), Cancellation);
        var high = model.Scorer.Score(unseen.WithNumber(Sample.Strong, 0.9), Cancellation);
        var (blue, red) = (Score(model, unseen.WithCategory(Sample.Colour, "blue")), Score(model, unseen.WithCategory(Sample.Colour, "red")));

        Enumerable.Range(0, unseen.Rows).Count(row => low.Row(row).SequenceEqual(high.Row(row))).ShouldBe(0);
        blue.ShouldNotBe(red);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Only_the_inputs_of_the_signature_are_used(ModelTask task)
    {
        var sample = SampleOf(task);
        var leaky = sample with { Rows = sample.Rows.With(sample.Labels.AsColumn("answer")) };
        var unseen = Sample.Of(task, 50, seed: 2);
        using var plain = Train(sample);

        using var model = Engine.Train(Subject.RequestOf(sample) with { Features = leaky.Rows }, Cancellation);

        Score(model, unseen.Rows).ShouldBe(Score(plain, unseen.Rows));
        Score(model, unseen.Rows.With(new NumericColumn("answer", new double[50]))).ShouldBe(Score(plain, unseen.Rows));
    }
}
