using ModelPipeline.Benchmarking.Trainings;
using ModelPipeline.Benchmarking;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Benchmarking.Trainings;

public sealed class TrainingTimerTests : IDisposable
{
    private readonly PipelineFolder _folder = new();

    [Fact]
    public void Both_recipes_are_followed_in_turns_and_the_champions_twice_a_round()
    {
        var times = Measure(new BenchmarkPlan { Restarts = 3 });

        _folder.Engine.Requests.Select(request => request.Trainer).ShouldBe(
        [
            "new", "old",
            "new", "old", "old",
            "old", "old", "new",
            "old", "new", "old",
        ]);
        _folder.Engine.Requests.ShouldAllBe(request => request.Features.Rows == 20);
        times.Candidate.Count.ShouldBe(3);
        times.Ratios.Control.Count.ShouldBe(3);
    }

    [Fact]
    public void Where_there_is_no_time_there_is_one_round() =>
        Measure(new BenchmarkPlan { Trainings = TimeSpan.Zero }).Champion.ShouldHaveSingleItem();

    public void Dispose() => _folder.Dispose();

    private TrainingTimes Measure(BenchmarkPlan plan)
    {
        var data = _folder.Run().ReadData(TestContext.Current.CancellationToken);
        TrainingRecipe Recipe(string trainer) => new(_folder.Engine, new ModelBundle("", Digest.Of(""), Manifests.Full with { Trainer = trainer }), data);
        return new TrainingTimer(plan, TimeProvider.System).Measure(Recipe("new"), Recipe("old"), TestContext.Current.CancellationToken);
    }
}
