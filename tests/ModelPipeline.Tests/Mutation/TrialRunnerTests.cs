using ModelPipeline.Data;
using ModelPipeline.Mutation;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Mutation;

public sealed class TrialRunnerTests : IDisposable
{
    private readonly MutationFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task A_champion_is_trained_and_stays()
    {
        var champion = await TrainAsync();

        champion.Manifest.Data.Rows.ShouldBe(40);
        File.Exists(Path.Combine(champion.Folder, BundleManifest.FileName)).ShouldBeTrue();
        champion.Folder.ShouldStartWith(_folder.Scratch);
    }

    [Fact]
    public async Task Without_a_champion_there_is_no_test()
    {
        _folder.Engine.Training = _ => throw new InvalidOperationException("no memory");

        (await Should.ThrowAsync<InputException>(TrainAsync)).Message.ShouldBe("No champion could be trained on a part of the data: no memory");
    }

    [Fact]
    public async Task The_champions_data_again_alarm_by_the_optional_check_alone()
    {
        var champion = await TrainAsync();

        var trial = await JudgeAsync(champion, () => Data);

        trial.Alarms.ShouldBe(["differential-test: something_new"]);
        trial.Required.ShouldBeFalse();
    }

    [Fact]
    public async Task A_trial_leaves_nothing_on_disk()
    {
        var champion = await TrainAsync();

        await JudgeAsync(champion, () => Data);

        Directory.Exists(Path.Combine(_folder.Scratch, "trial", "churn")).ShouldBeFalse();
        Directory.Exists(champion.Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task A_training_that_breaks_is_an_alarm_and_no_clean_run()
    {
        var champion = await TrainAsync();
        _folder.Engine.Training = _ => throw new InvalidOperationException("no memory");

        var trial = await JudgeAsync(champion, () => Data);

        trial.Alarms.ShouldBe(["train: completed"]);
        trial.Required.ShouldBeTrue();
        trial.Words.ShouldBe(["no memory"]);
    }

    [Fact]
    public async Task Data_that_cannot_be_made_are_an_alarm()
    {
        var champion = await TrainAsync();

        (await JudgeAsync(champion, () => throw new DataException(["no row is left"]))).Words.ShouldBe(["no row is left"]);
    }

    [Fact]
    public async Task Anything_else_that_breaks_is_no_verdict()
    {
        var champion = await TrainAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => JudgeAsync(champion, () => throw new InvalidOperationException("a bug")));
    }

    [Fact]
    public async Task A_stop_before_anything_was_written_is_a_stop()
    {
        var champion = await TrainAsync();
        await _stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => JudgeAsync(champion, () => Data));
    }

    [Fact]
    public async Task A_stop_while_training_leaves_nothing_of_the_trial()
    {
        var champion = await TrainAsync();
        _folder.Engine.Training = _ => _stop.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => JudgeAsync(champion, () => Data));

        Directory.Exists(Path.Combine(_folder.Scratch, "trial", "churn")).ShouldBeFalse();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _stop.Dispose();
    }

    private FaultyData Data => new(_folder.Pipeline.Spec, _folder.Pipeline.Run().ReadData(CancellationToken.None));

    private TrialRunner Runner => new(_folder.Pipeline.Run(), _folder.Scratch, new ManualClock(), MutationFolder.Provenance);

    private Task<ModelBundle> TrainAsync() => Runner.TrainChampionAsync(_folder.Pipeline.Spec, Data.Judged, _stop.Token);

    private Task<Trial> JudgeAsync(ModelBundle champion, Func<FaultyData> make) => Runner.JudgeAsync("trial", make, champion, _stop.Token);
}
