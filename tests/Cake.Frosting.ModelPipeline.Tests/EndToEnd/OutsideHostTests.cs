using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class OutsideHostTests(OutsideHost host)
{
    [Fact]
    public async Task A_host_outside_this_repository_verifies_with_its_own_tasks_before_and_after_ours()
    {
        using var repository = new ModelRepository("penguins");

        var run = await HostRun.StartAsync(host.Host, repository.Folder, ["--target=Announce", "--region=north"]);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldStartWith("ModelPipeline 0.1.0, built with ");
        var positions = Positions(run.Output, "fetching the data of north", "ValidateData", "Evaluate", "verified: penguins");
        positions.ShouldAllBe(position => position >= 0);
        positions.ShouldBeInOrder();
        repository.Evidence("penguins").Read(StepNames.ModelCard).ShouldNotBeNull().Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_users_own_task_that_breaks_exits_1()
    {
        using var repository = new ModelRepository("penguins");

        var run = await HostRun.StartAsync(host.Host, repository.Folder, ["--target=Broken"]);

        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldContain("the user's own task broke");
    }

    [Fact]
    public async Task A_task_of_the_user_that_depends_on_Verify_does_not_run_after_a_failed_gate()
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "accuracy: { threshold: 0.95,", "accuracy: { threshold: 1.0,");

        var run = await HostRun.StartAsync(host.Host, repository.Folder, ["--target=Announce"]);

        run.ExitCode.ShouldBe(3, run.Output);
        run.Output.ShouldContain("Not passed: penguins evaluate.");
        run.Output.ShouldNotContain("verified:");
    }

    [Fact]
    public async Task Templates_in_the_users_folder_replace_the_embedded_ones()
    {
        using var repository = new ModelRepository("penguins");
        Directory.CreateDirectory(Path.Combine(repository.Folder, "templates"));
        File.WriteAllText(Path.Combine(repository.Folder, "templates", "model-card.sbn"), "The card of {{ name | md }}.\n");

        var run = await HostRun.StartAsync(host.Host, repository.Folder, []);

        run.ExitCode.ShouldBe(0, run.Output);
        File.ReadAllText(repository.Card("penguins")).ShouldBe("The card of penguins.\n");
    }

    [Fact]
    public async Task A_faulty_template_exits_2_with_file_line_and_column()
    {
        using var repository = new ModelRepository("penguins");
        Directory.CreateDirectory(Path.Combine(repository.Folder, "templates"));
        File.WriteAllText(Path.Combine(repository.Folder, "templates", "model-card.sbn"), "# Card\n{{ nmae }}\n");

        var run = await HostRun.StartAsync(host.Host, repository.Folder, []);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("model-card.sbn(2,4)");
        run.Output.ShouldContain("nmae");
    }

    private static int[] Positions(string output, params string[] texts) => [.. texts.Select(text => output.IndexOf(text, StringComparison.Ordinal))];
}
