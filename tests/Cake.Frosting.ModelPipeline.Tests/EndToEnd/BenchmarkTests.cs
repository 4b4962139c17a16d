using System.Diagnostics;
using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class BenchmarkTests
{
    [Fact]
    public async Task Without_a_champion_there_is_nothing_to_compare_with()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=BenchmarkTest");

        run.ExitCode.ShouldBe(0, run.Output);
        repository.Evidence("penguins").Read(StepNames.BenchmarkTest).ShouldNotBeNull().Status.ShouldBe(Status.NoBaseline);
    }

    [Fact]
    public async Task A_worker_started_by_hand_says_what_it_is_for_before_anything_else()
    {
        var run = await HostRun.StartAsync(HostRun.BuiltHost, Path.GetTempPath(), ["worker"]);

        run.ExitCode.ShouldBe(2);
        run.Output.TrimEnd().ShouldBe("'worker' is for the target BenchmarkTest, which starts it to score rows beside another: it is of no use by hand.");
    }

    [Fact]
    public async Task Ctrl_C_reaches_a_worker_but_only_the_end_of_its_input_ends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to send on Windows");
        var start = new ProcessStartInfo("dotnet", [HostRun.BuiltHost, "worker", "modelpipeline-worker/1", "linear", "bundle", "rows", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var worker = Process.Start(start)!;
        (await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldStartWith("hello ");

        using (var kill = Process.Start("kill", ["-INT", $"{worker.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await worker.StandardInput.WriteLineAsync("peak");
        (await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldStartWith("peak ");
        worker.StandardInput.Close();

        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        worker.ExitCode.ShouldBe(0);
    }
}
