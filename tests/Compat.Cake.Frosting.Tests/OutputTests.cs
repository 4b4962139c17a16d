using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class OutputTests
{
    private static readonly Type[] Tasks = [typeof(Train), typeof(Data), typeof(Default), typeof(Clean)];

    [Fact]
    public void The_tree_starts_from_the_tasks_that_nothing_depends_on_with_Default_first()
    {
        var run = HostRun.Of(Tasks).Run("--tree");

        run.Console.Text.Trim().ShouldBe("""
            Default
            └─Train
               └─Data

            Clean
            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void The_descriptions_are_a_table_in_the_order_of_registration()
    {
        var run = HostRun.Of(Tasks).Run("--description");

        var table = run.Terminal.Split('\n').Where(line => line.StartsWith("  ")).Select(line => string.Join('|', Columns(line)));
        table.ShouldBe(["Task|Description", "Train|Trains the model", "Data", "Default", "Clean"]);
    }

    [Fact]
    public void A_dry_run_numbers_the_tasks_that_would_run()
    {
        var run = HostRun.Of(Tasks).Run("--dryrun");

        run.Log.Lines.Where(line => line.StartsWith("Information: ")).Select(line => line["Information: ".Length..]).ShouldBe([
            "Performing dry run...", "Targets are: Default", string.Empty,
            "1. Data", "2. Train", "3. Default", string.Empty,
            "This was a dry run.", "No tasks were actually executed.",
        ]);
    }

    [Fact]
    public void A_run_ends_with_a_report_of_its_tasks()
    {
        var run = HostRun.Of(Tasks).Run();

        Report(run).ShouldBe(["Data", "Train", "Default", "Total:"]);
    }

    [Theory]
    [InlineData("--no-report")]
    [InlineData("--settings_noreport=true")]
    [InlineData("--Settings_NoReport=true")]
    public void The_report_can_be_turned_off(string argument)
    {
        var run = HostRun.Of(Tasks).Run(argument);

        run.ExitCode.ShouldBe(0);
        Report(run).ShouldBeEmpty();
    }

    [Fact]
    public void The_report_can_be_turned_off_by_the_host()
    {
        var run = HostRun.Of(Tasks).Configured(host => host.UseCakeSetting("Settings_NoReport", "true")).Run();

        run.ExitCode.ShouldBe(0);
        Report(run).ShouldBeEmpty();
    }

    [Fact]
    public void The_version_is_that_of_the_entry_assembly()
    {
        var run = HostRun.Of().Run("--version");

        run.Console.Text.Trim().ShouldBe("Unknown");
    }

    [Fact]
    public void The_information_shows_the_version_of_the_host()
    {
        var run = HostRun.Of().Run("--info");

        run.Console.Text.ShouldContain("Version: Unknown");
    }

    [Theory]
    [InlineData("Unknown", "--description", "--tree", "--dryrun", "--info", "--version")]
    [InlineData("Details: ", "--description", "--tree", "--dryrun", "--info")]
    [InlineData("This was a dry run.", "--description", "--tree", "--dryrun")]
    [InlineData("└─Train", "--description", "--tree")]
    public void The_first_of_version_info_dryrun_tree_and_description_wins(string shown, params string[] options)
    {
        var run = HostRun.Of(Tasks).Run(options);

        (run.Console.Text + string.Join('\n', run.Log.Lines)).ShouldContain(shown);
        run.Terminal.ShouldBeEmpty();
    }

    private static string[] Columns(string line) => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Report(HostRun run) => run.Terminal.Split('\n')
        .Where(line => line.Contains("00:"))
        .Select(line => Columns(line)[0]);

    [TaskDescription("Trains the model")]
    [IsDependentOn(typeof(Data))]
    private sealed class Train(Journal journal) : JournalingTask(journal);

    private sealed class Data(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Train))]
    private sealed class Default(Journal journal) : JournalingTask(journal);

    private sealed class Clean(Journal journal) : JournalingTask(journal);
}
