namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Tree_shows_the_graph_and_runs_nothing()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--tree");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ReplaceLineEndings("\n").ShouldContain("""
            ImportRelease
            └─Verify
               └─ModelCard
                  ├─Evaluate
                  │ └─Train
                  │    └─ValidateData
                  ├─DifferentialTest
                  │ └─Train
                  │    └─ValidateData
                  ├─BenchmarkTest
                  │ └─Train
                  │    └─ValidateData
                  └─LoadTest
                     └─Package
                        └─Train
                           └─ValidateData
            """.ReplaceLineEndings("\n"));
        Directory.Exists(Path.Combine(repository.Workspace, "penguins")).ShouldBeFalse();
    }

    [Fact]
    public async Task Description_has_a_line_for_each_task()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--description");

        run.ExitCode.ShouldBe(0, run.Output);
        foreach (var task in new[] { "ValidateData", "Train", "Evaluate", "DifferentialTest", "BenchmarkTest", "Package", "LoadTest", "ModelCard", "Verify", "ImportRelease", "GateRelease", "RankCandidates", "MutationTest", "Score", "Diff" })
            run.Output.ShouldContain($"  {task}  ");
    }

    [Fact]
    public async Task Dry_run_runs_nothing()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--dryrun");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("ValidateData");
        Directory.Exists(Path.Combine(repository.Workspace, "penguins")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_working_directory_may_be_named()
    {
        using var repository = new ModelRepository("penguins");

        var run = await HostRun.StartAsync(HostRun.BuiltHost, Path.GetTempPath(), ["--working", repository.Folder, "--target=ValidateData"]);

        run.ExitCode.ShouldBe(0, run.Output);
        File.Exists(repository.Evidence("penguins").PathOf("validate-data")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_exclusive_target_whose_needs_have_not_run_exits_1_and_says_what_to_run()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=Evaluate", "--exclusive");

        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldContain("train has not run: run it first");
    }

    [Fact]
    public async Task A_job_summary_that_cannot_be_written_changes_no_verdict()
    {
        using var repository = new ModelRepository("penguins");

        var run = await HostRun.StartAsync(
            HostRun.BuiltHost, repository.Folder, ["--target=ValidateData"], ("GITHUB_STEP_SUMMARY", Path.Combine(repository.Folder, "nowhere", "summary.md")));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("The job summary was not written");
    }

    [Fact]
    public async Task Help_lists_the_pipelines_arguments()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--help");

        run.ExitCode.ShouldBe(0, run.Output);
        foreach (var argument in new[] { "--model", "--workspace", "--data", "--force", "--target" })
            run.Output.ShouldContain(argument);
    }

    [Fact]
    public async Task A_job_summary_gets_the_table_of_steps()
    {
        using var repository = new ModelRepository("penguins");
        var summary = Path.Combine(repository.Folder, "summary.md");

        var run = await HostRun.StartAsync(HostRun.BuiltHost, repository.Folder, ["--target=ValidateData"], ("GITHUB_STEP_SUMMARY", summary));

        run.ExitCode.ShouldBe(0, run.Output);
        File.ReadAllText(summary).ShouldContain("| penguins | validate-data | passed | 344 rows");
    }
}
