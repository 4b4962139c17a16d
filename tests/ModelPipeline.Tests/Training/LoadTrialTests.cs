using ModelPipeline.Processes;
using ModelPipeline.Tests.Benchmarking;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class LoadTrialTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly FakeEngine _engine = new() { MayAbort = true };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_library_that_ends_the_worker_is_named_with_the_signal()
    {
        var fault = Should.Throw<InvalidDataException>(() => Load(FakeWorker.Shell("echo 'heap is damaged' >&2; kill -SEGV $$")));

        fault.Message.ShouldContain("is damaged: the library ended the process that loaded the model (signal 11); its last words: 'heap is damaged'.");
    }

    [Fact]
    public void What_the_worker_refuses_is_refused_in_its_words() =>
        Should.Throw<InvalidDataException>(() => Load(FakeWorker.Shell("printf 'modelpipeline-load/2 refused no model of mine'; exit 1"))).Message.ShouldBe("no model of mine");

    [Fact]
    public void What_is_not_there_is_the_users_to_mend() =>
        Should.Throw<InputException>(() => Load(FakeWorker.Shell("printf 'modelpipeline-load/2 lacking install it'; exit 2"))).Message.ShouldBe("install it");

    [Fact]
    public async Task A_worker_that_hangs_is_ended_with_all_that_it_started()
    {
        var sign = Path.Combine(_folder.Workspace, "pid");
        Directory.CreateDirectory(_folder.Workspace);

        Should.Throw<InvalidDataException>(() => Load(FakeWorker.Shell($"sleep 1000 & echo $! > '{sign}'; wait"), TimeSpan.FromSeconds(3)))
            .Message.ShouldContain("could not be loaded within 3 s");

        var sleeper = int.Parse(await File.ReadAllTextAsync(sign, TestContext.Current.CancellationToken));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (LivingProcess.IsThere(sleeper))
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_worker_that_is_not_there_is_a_fault() =>
        Should.Throw<InvalidDataException>(() => Load(new WorkerCommand("/nowhere/host", []))).Message.ShouldContain("cannot be started");

    [Fact]
    public void A_bundle_is_tried_once()
    {
        var sign = Path.Combine(_folder.Workspace, "tries");
        Directory.CreateDirectory(_folder.Workspace);
        var catalog = new EngineCatalog([_engine], new LoadTrial(FakeWorker.Shell($"echo tried >> '{sign}'; case $2 in a) {Loaded("a")};; b) {Loaded("b")};; esac")));

        catalog.Load(Bundle("a"), TestContext.Current.CancellationToken).Dispose();
        catalog.Load(Bundle("a"), TestContext.Current.CancellationToken).Dispose();
        catalog.Load(Bundle("b"), TestContext.Current.CancellationToken).Dispose();

        File.ReadAllLines(sign).Length.ShouldBe(2);
    }

    [Fact]
    public void A_bundle_that_was_just_trained_and_one_of_an_engine_that_cannot_abort_are_not_tried()
    {
        var trial = new LoadTrial(new WorkerCommand("/nowhere/host", []));
        var catalog = new EngineCatalog([_engine], trial);
        catalog.Trust(Bundle("a"));

        catalog.Load(Bundle("a"), TestContext.Current.CancellationToken).Dispose();
        new EngineCatalog([new FakeEngine()], trial).Load(Bundle("b"), TestContext.Current.CancellationToken).Dispose();
    }

    [Theory]
    [InlineData("echo hello; exit 0")]
    [InlineData("echo 'modelpipeline-load/2 loaded sha256:0'")]
    public void An_exit_code_alone_does_not_say_that_a_bundle_can_be_loaded(string script) =>
        Should.Throw<InvalidDataException>(() => Load(FakeWorker.Shell(script))).Message.ShouldContain("did not name this bundle's digest");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_worker_that_fails_before_it_tries_is_told_with_its_last_words(int code) =>
        Should.Throw<InvalidDataException>(() => Load(FakeWorker.Shell($"echo 'no runtime' >&2; exit {code}")))
            .Message.ShouldContain($"ended with exit code {code} before it tried; its last words: 'no runtime'");

    [Fact]
    public async Task A_trial_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var sign = Path.Combine(_folder.Workspace, "begun");
        Directory.CreateDirectory(_folder.Workspace);
        var catalog = new EngineCatalog([_engine], new LoadTrial(FakeWorker.Shell($"echo > '{sign}'; sleep 1000")));
        var loading = Task.Run(() => catalog.Load(Bundle("a"), stop.Token), TestContext.Current.CancellationToken);
        while (!loading.IsCompleted && !File.Exists(sign))
            await Task.Yield();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => loading);
    }

    private static string Loaded(string content) => $"echo 'modelpipeline-load/2 loaded {Digest.Of(content)}'";

    private void Load(WorkerCommand worker, TimeSpan? limit = null) =>
        new EngineCatalog([_engine], new LoadTrial(worker) { Limit = limit ?? TimeSpan.FromSeconds(30) }).Load(Bundle("a"), TestContext.Current.CancellationToken).Dispose();

    private static ModelBundle Bundle(string content) => new(content, Digest.Of(content), Manifests.Full);
}
