using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Processes;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Benchmarking.Workers;

public sealed class WorkerProcessTests
{
    private static readonly WorkerJob Job = new("fake", "bundle", "rows");

    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_asks_and_is_answered()
    {
        await using var worker = Start("read question; echo \"block 1 2 3 4\"");

        (await worker.AskAsync("block Latency 0 1", 4, _cancellation)).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task The_job_the_limits_and_nothing_else_are_handed_over()
    {
        await using var worker = Start("[ \"$*\" = 'modelpipeline-worker/1 fake bundle rows 0' ] && [ $DOTNET_GCHeapHardLimit = 40000000 ] && echo hello 1");

        (await worker.ReceiveAsync("hello", 1, _cancellation)).ShouldBe([1]);
    }

    [Theory]
    [InlineData("kill -SEGV $$", "the worker ended with exit code 139 and without a word")]
    [InlineData("printf 'Out of memory.\\n\\033[31m' >&2; exit 134", "the worker ended with exit code 134; its last words: 'Out of memory.\\n\\u{1B}[31m'")]
    [InlineData("echo hello", "the worker printed 'hello' where its answer to 'hello' was expected")]
    [InlineData("echo hello 1 2", "the worker printed 'hello 1 2' where")]
    [InlineData("echo hello -1", "the worker printed 'hello -1' where")]
    [InlineData("echo hello 99999999999999999999", "the worker printed 'hello 99999999999999999999' where")]
    [InlineData("printf 'hello\\033 1\\n'", "the worker printed 'hello\\u{1B} 1' where")]
    [InlineData("while :; do echo some flood of words; done", "the worker printed 'some flood of words' where")]
    [InlineData("while :; do printf flood; done", "the worker printed a line of more than 4096 bytes, beginning 'floodflood")]
    public async Task What_goes_wrong_is_told(string script, string expected)
    {
        await using var worker = Start(script);

        var fault = await Should.ThrowAsync<WorkerException>(() => worker.ReceiveAsync("hello", 1, _cancellation));

        fault.Message.ShouldStartWith(expected);
        fault.Message.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task Of_many_last_words_the_last_are_kept()
    {
        await using var worker = Start("i=0; while [ $i -lt 2000 ]; do echo 'a line of a long story' >&2; i=$((i+1)); done; echo the end >&2; exit 1");

        var fault = await Should.ThrowAsync<WorkerException>(() => worker.ReceiveAsync("hello", 1, _cancellation));

        fault.Message.ShouldContain("the end'");
        fault.Message.Length.ShouldBeLessThan(600);
    }

    [Fact]
    public async Task A_worker_that_hangs_is_not_waited_for()
    {
        await using var worker = Start("exec sleep 1000", new HastyClock());

        var fault = await Should.ThrowAsync<WorkerException>(() => worker.ReceiveAsync("hello", 1, _cancellation));

        fault.Message.ShouldBe("the worker gave no answer within 20 s");
    }

    [Fact]
    public async Task A_worker_that_closes_its_output_and_goes_on_is_not_waited_for()
    {
        await using var worker = Start("exec 1>&-; exec sleep 1000", new HastyClock());

        await Should.ThrowAsync<WorkerException>(() => worker.ReceiveAsync("hello", 1, _cancellation));
    }

    [Fact]
    public async Task A_message_to_one_that_has_ended_is_told()
    {
        await using var worker = Start("exec 0<&-; echo closed; exit 7");
        (await Should.ThrowAsync<WorkerException>(() => worker.ReceiveAsync("hello", 1, _cancellation))).Message.ShouldContain("'closed'");

        var fault = await Should.ThrowAsync<WorkerException>(() => worker.AskAsync("load", 4, _cancellation));

        fault.Message.ShouldBe("the worker ended with exit code 7 and without a word");
    }

    [Fact(Timeout = 60_000)]
    public async Task Its_end_is_the_end_of_whatever_it_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked up in /proc");
        int[] processes;
        await using (var worker = Start("sleep 1000 & echo pids $$ $!; wait"))
            processes = [.. (await worker.ReceiveAsync("pids", 2, _cancellation)).Select(process => (int)process)];

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (processes.Any(LivingProcess.IsThere))
            await timer.WaitForNextTickAsync(_cancellation);
    }

    [Fact]
    public async Task A_stop_ends_the_waiting_at_once()
    {
        using var stop = new CancellationTokenSource();
        await using var worker = Start("exec sleep 1000");
        var waiting = worker.ReceiveAsync("hello", 1, stop.Token);

        stop.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_worker_that_ended_together_with_the_run_is_at_no_fault()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        await using var worker = Start("exit 130");

        await Should.ThrowAsync<OperationCanceledException>(() => worker.AskAsync("load", 4, stop.Token));
    }

    [Fact]
    public void A_program_that_is_not_there_is_told() =>
        Should.Throw<WorkerException>(() => WorkerProcess.Start("the worker", new WorkerCommand("/nowhere/host", ["worker"]), Job, TimeSpan.FromSeconds(20), TimeProvider.System))
            .Message.ShouldStartWith("the worker cannot be started: ");

    private static WorkerProcess Start(string script, TimeProvider? clock = null) =>
        WorkerProcess.Start("the worker", FakeWorker.Shell(script), Job, TimeSpan.FromSeconds(20), clock ?? TimeProvider.System);
}
