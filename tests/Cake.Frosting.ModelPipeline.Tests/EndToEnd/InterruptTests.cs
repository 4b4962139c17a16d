using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_stops_with_130_leaves_nothing_half_written_and_the_next_run_passes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to send on Windows");
        using var repository = new ModelRepository("churn", "penguins");
        using var process = HostRun.Begin(HostRun.BuiltHost, repository.Folder, []);
        await WaitForAsync(() => File.Exists(repository.Evidence("churn").PathOf("validate-data")));

        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var stopped = await HostRun.FinishAsync(process);

        stopped.ExitCode.ShouldBe(130, stopped.Output);
        stopped.Output.ShouldContain("Stopped.");
        repository.HalfWritten().ShouldBeEmpty();
        var next = await repository.RunAsync();
        next.ExitCode.ShouldBe(0, next.Output);
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
