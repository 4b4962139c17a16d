using ModelPipeline.Runs;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Runs;

public sealed class WorkspaceLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly HastyClock _clock = new();

    [Fact]
    public async Task A_free_workspace_is_made_and_taken_at_once()
    {
        using var taken = await TakeAsync(_folder["a/work"]);

        Directory.Exists(_folder["a/work"]).ShouldBeTrue();
        _reporter.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_run_waits_is_told_once_and_goes_on_after_the_first()
    {
        var first = await TakeAsync(_folder["work"]);
        var second = TakeAsync(_folder["work"]);

        await _clock.WaitedOften;

        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        using var taken = await second;
        _reporter.Lines.ShouldBe([$"waiting for {_folder["work"]}"]);
    }

    [Fact]
    public async Task A_released_workspace_can_be_taken_again()
    {
        (await TakeAsync(_folder["work"])).Dispose();

        using var again = await TakeAsync(_folder["work"]);

        _reporter.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_workspaces_do_not_wait_for_each_other()
    {
        using var one = await TakeAsync(_folder["one"]);
        using var other = await TakeAsync(_folder["other"]);

        _reporter.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var first = await TakeAsync(_folder["work"]);
        using var stop = new CancellationTokenSource();
        var second = TakeAsync(_folder["work"], stop.Token);
        await _clock.WaitedOften;

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_workspace_is_the_users_fault()
    {
        _folder.Write("work", "a file");

        var fault = await Should.ThrowAsync<InputException>(() => TakeAsync(_folder["work"]));

        fault.Message.ShouldStartWith($"The workspace '{_folder["work"]}' cannot be written: ");
        fault.Message.ShouldEndWith("Choose another with --workspace.");
    }

    [Fact]
    public async Task A_lock_that_cannot_be_opened_is_the_users_fault_and_nothing_to_wait_for()
    {
        Directory.CreateDirectory(_folder["work/.lock"]);

        await Should.ThrowAsync<InputException>(() => TakeAsync(_folder["work"]));

        _reporter.Lines.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private Task<WorkspaceLock> TakeAsync(string workspace, CancellationToken? cancellation = null) =>
        WorkspaceLock.TakeAsync(workspace, _reporter, _clock, cancellation ?? TestContext.Current.CancellationToken);
}
