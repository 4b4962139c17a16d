using ModelPipeline.Data;
using ModelPipeline.Explanation;
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

        var importance = new ImportanceMeter(model.Scorer, unseen.Rows, unseen.Labels, task, seed: 7)
            .Measure(model.Scorer.Score(unseen.Rows, Cancellation), new Progress<string>(), Cancellation);

        importance.Features[0].Feature.ShouldBe(Sample.Strong);
        importance.Features[0].Mean.ShouldNotBeNull().ShouldBeGreaterThan(0);
        importance.Features.Select(feature => feature.Feature).ShouldBe(unseen.Rows.Columns.Select(column => column.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void What_tells_something_moves_the_scores(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);

        var (low, high) = (Score(model, unseen.WithNumber(Sample.Strong, -0.9)), Score(model, unseen.WithNumber(Sample.Strong, 0.9)));
        var (blue, red) = (Score(model, unseen.WithCategory(Sample.Colour, "blue")), Score(model, unseen.WithCategory(Sample.Colour, "red")));

        low.Zip(high).ShouldAllBe(pair => pair.First != pair.Second);
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
