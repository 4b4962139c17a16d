using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class OptionTests
{
    private static readonly Type[] Tasks = [typeof(Default), typeof(Other)];

    [Fact]
    public void The_target_is_Default_unless_one_is_given() =>
        HostRun.Of(Tasks).Run().Journal.Lines.ShouldBe(["Default at Normal"]);

    [Theory]
    [InlineData("--target", "Other")]
    [InlineData("--target=Other")]
    [InlineData("-t", "Other")]
    [InlineData("--Target", "Other")]
    public void A_target_is_given_in_any_of_its_spellings(params string[] arguments) =>
        HostRun.Of(Tasks).Run(arguments).Journal.Lines.ShouldBe(["Other at Normal"]);

    [Fact]
    public void The_target_option_may_be_repeated() =>
        HostRun.Of(Tasks).Run("-t", "Other", "--target=Default").Journal.Lines.ShouldBe(["Default at Normal", "Other at Normal"]);

    [Theory]
    [InlineData(Verbosity.Quiet, "--verbosity=quiet")]
    [InlineData(Verbosity.Minimal, "--verbosity", "Minimal")]
    [InlineData(Verbosity.Verbose, "-v", "v")]
    [InlineData(Verbosity.Diagnostic, "--verbosity=DIAGNOSTIC")]
    [InlineData(Verbosity.Verbose, "--settings_verbosity=verbose")]
    [InlineData(Verbosity.Minimal, "-v", "m", "--settings_verbosity=verbose")]
    public void The_verbosity_is_that_of_the_option_else_of_the_configuration(Verbosity expected, params string[] arguments) =>
        HostRun.Of(Tasks).Run(arguments).Journal.Lines.ShouldBe([$"Default at {expected}"]);

    [Theory]
    [InlineData("--dryrun")]
    [InlineData("--noop")]
    [InlineData("--whatif")]
    [InlineData("--dryrun=true")]
    [InlineData("--tree")]
    [InlineData("--showtree")]
    [InlineData("--description")]
    [InlineData("--descriptions")]
    [InlineData("--showdescription")]
    [InlineData("--showdescriptions")]
    [InlineData("--version")]
    [InlineData("--ver")]
    [InlineData("--info")]
    public void Options_that_show_something_run_no_task(string option)
    {
        var run = HostRun.Of(Tasks).Run(option);

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_flag_can_be_set_to_false() =>
        HostRun.Of(Tasks).Run("--dryrun=false").Journal.Lines.ShouldBe(["Default at Normal"]);

    [Theory]
    [InlineData("-e")]
    [InlineData("--exclusive")]
    public void Exclusive_leaves_out_dependencies(string option) =>
        HostRun.Of([.. Tasks, typeof(AfterOther)]).Run("--target=AfterOther", option).Journal.Lines.ShouldBe(["AfterOther at Normal"]);

    private abstract class VerbosityTask(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add($"{GetType().Name} at {context.Log.Verbosity}");
    }

    private sealed class Default(Journal journal) : VerbosityTask(journal);

    private sealed class Other(Journal journal) : VerbosityTask(journal);

    [IsDependentOn(typeof(Other))]
    private sealed class AfterOther(Journal journal) : VerbosityTask(journal);
}
