using ModelPipeline.Specs;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_loaded_model_scores_as_the_trained_one_does(ModelTask task)
    {
        using var folder = new EngineFolder();
        using var model = Train(task);
        model.Save(folder.Path);

        using var loaded = Engine.Load(folder.Path, SampleOf(task).Signature);

        var unseen = Sample.Of(task, 500, seed: 2).Rows;
        ShouldAgree(Score(loaded, unseen), Score(model, unseen));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Another_process_loads_the_model_and_gives_the_same_scores(ModelTask task)
    {
        using var folder = new EngineFolder();
        using var model = Train(task);
        model.Save(folder.Path);

        var there = AnotherProcess.Score(Subject, task, folder.Path);

        ShouldAgree(there, Score(model, AnotherProcess.Unseen(task).Rows));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_loaded_model_outlives_the_trained_one(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var folder = new EngineFolder();
        var model = Train(task);
        model.Save(folder.Path);
        var expected = Score(model, unseen);

        using var loaded = Engine.Load(folder.Path, SampleOf(task).Signature);
        model.Dispose();

        ShouldAgree(Score(loaded, unseen), expected);
    }

    private void ShouldAgree(double[] scores, double[] expected)
    {
        scores.Length.ShouldBe(expected.Length);
        scores.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= Engine.ScoreTolerance);
    }
}
