using ModelPipeline.Specs;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_model_beats_a_constant_guess_on_rows_that_it_has_not_seen(ModelTask task)
    {
        var unseen = Sample.Of(task, 200, seed: 2);

        using var model = Train(task);

        var scores = model.Scorer.Score(unseen.Rows, Cancellation);
        ShouldBeSound(task, scores);
        unseen.SquaredError(scores).ShouldBeLessThan(0.7 * unseen.SquaredErrorOfConstant());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_scores_are_the_finite_outputs_of_the_signature(ModelTask task)
    {
        var unseen = Sample.Of(task, 200, seed: 2);

        using var model = Train(task);
        var scores = model.Scorer.Score(unseen.Rows, Cancellation);

        scores.Outputs.ShouldBe(unseen.Signature.Outputs);
        scores.Rows.ShouldBe(200);
        ShouldBeSound(task, scores);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Equal_requests_save_equal_bytes_in_any_folder(ModelTask task)
    {
        using EngineFolder first = new(), second = new();

        foreach (var folder in new[] { first, second })
        {
            using var model = Train(task);
            model.Save(folder.Path);
        }

        first.Contents.ShouldNotBeEmpty();
        second.Contents.ShouldBe(first.Contents);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Another_process_with_one_processor_another_culture_and_time_zone_saves_equal_bytes(ModelTask task)
    {
        using EngineFolder here = new(), there = new();
        using var model = Train(task);
        model.Save(here.Path);

        AnotherProcess.Train(Subject, task, there.Path);

        there.Contents.ShouldBe(here.Contents);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Any_seed_gives_a_model_and_the_same_seed_the_same(ModelTask task)
    {
        var sample = SampleOf(task);
        var scores = new List<double[]>();

        foreach (var seed in new[] { 0, -1, long.MaxValue, long.MaxValue })
        {
            using var model = Engine.Train(Subject.RequestOf(sample) with { Seed = seed }, Cancellation);
            var unseen = Sample.Of(task, 200, seed: 2);
            unseen.SquaredError(model.Scorer.Score(unseen.Rows, Cancellation)).ShouldBeLessThan(0.7 * unseen.SquaredErrorOfConstant());
            scores.Add(Score(model, unseen.Rows));
        }

        scores[3].ShouldBe(scores[2]);
    }
}
