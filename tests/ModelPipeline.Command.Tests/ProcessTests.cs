using System.Globalization;

namespace ModelPipeline.Command.Tests;

/// <summary>No process outlives its command, whatever it does.</summary>
public sealed class ProcessTests : IDisposable
{
    /// <summary>Starts a grandchild that ignores every polite signal, loses its parent and leaves the session, and writes its id to <c>$3</c>.</summary>
    private const string Hide =
        """(exec setsid sh -c 'trap "" TERM HUP INT; echo $$ > "$0"; while :; do sleep 1000; done' "$3") > /dev/null 2>&1 & while ! test -s "$3"; do sleep 0.01; done; """;

    private readonly VirtualClock _clock = new();
    private readonly Shell _shell;
    private readonly string _id = Path.Combine(Path.GetTempPath(), $"command-tests-{Guid.NewGuid():N}");

    public ProcessTests() => _shell = Shell.Sound(_clock);

    public void Dispose()
    {
        _shell.Dispose();
        File.Delete(_id);
    }

    [Fact]
    public void A_grandchild_is_ended_with_a_command_that_ends()
    {
        Hiding("echo model > \"$2/model\"").Train(TestContext.Current.CancellationToken).Dispose();

        ShouldBeGone();
    }

    [Fact]
    public void A_grandchild_is_ended_with_a_command_that_fails()
    {
        Hiding("exit 1").TrainingFault().ShouldContain("exit code 1");

        ShouldBeGone();
    }

    [Fact]
    public async Task A_grandchild_is_ended_with_a_command_that_takes_too_long()
    {
        var training = Task.Run(() => Hiding("sleep 1000").TrainingFault(), TestContext.Current.CancellationToken);
        await BegunAsync(training);

        _clock.Advance(TimeSpan.FromSeconds(61));

        (await training).ShouldContain("took longer than 60 s");
        ShouldBeGone();
    }

    [Fact]
    public async Task A_grandchild_is_ended_with_a_command_that_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var training = Task.Run(() => Hiding("sleep 1000").Train(stop.Token), TestContext.Current.CancellationToken);
        await BegunAsync(training);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => training);
        ShouldBeGone();
    }

    [Fact]
    public void A_grandchild_that_cleared_its_environment_is_ended_too()
    {
        _shell.Train("env -i sh -c 'echo $$ > \"$0\"; sleep 1000' \"$3\" > /dev/null 2>&1 & while ! test -s \"$3\"; do sleep 0.01; done; echo model > \"$2/model\"").With("train.6", _id);

        _shell.Train(TestContext.Current.CancellationToken).Dispose();

        ShouldBeGone();
    }

    private Shell Hiding(string script) => _shell.Train(Hide + script).With("train.6", _id);

    private async Task BegunAsync(Task training)
    {
        while (!training.IsCompleted && !(File.Exists(_id) && new FileInfo(_id).Length > 0))
            await Task.Yield();
    }

    private void ShouldBeGone()
    {
        var id = int.Parse(File.ReadAllText(_id), CultureInfo.InvariantCulture);
        var status = $"/proc/{id}/stat";
        (File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal)).ShouldBeFalse();
    }
}
