using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class TaskMethodTests
{
    [Fact]
    public void An_asynchronous_task_is_awaited()
    {
        var run = HostRun.Of(typeof(Slow), typeof(AfterSlow)).Run("--target=AfterSlow");

        run.Journal.Lines.ShouldBe(["Slow", "AfterSlow"]);
    }

    [Fact]
    public void A_dependency_that_should_not_run_is_skipped_and_its_dependents_run()
    {
        var run = HostRun.Of(typeof(Unwanted), typeof(AfterUnwanted)).Run("--target=AfterUnwanted");

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBe(["AfterUnwanted"]);
    }

    [Fact]
    public void A_target_that_should_not_run_fails_the_run()
    {
        var run = HostRun.Of(typeof(Unwanted)).Run("--target=Unwanted");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBeEmpty();
        run.Log.Lines.ShouldContain("Error: Error: Could not reach target 'Unwanted' since it was skipped due to a criteria.");
    }

    [Fact]
    public void The_reason_for_skipping_is_told()
    {
        var run = HostRun.Of(typeof(UnwantedForAReason)).Run("--target=UnwantedForAReason");

        run.Log.Lines.ShouldContain(
            "Error: Error: Could not reach target 'UnwantedForAReason' since it was skipped due to a criteria: no data.");
    }

    [Fact]
    public void Whether_a_task_should_run_is_asked_when_its_turn_comes()
    {
        var run = HostRun.Of(typeof(WantedAfterPlain), typeof(Plain)).Run("--target=WantedAfterPlain");

        run.Journal.Lines.ShouldBe(["Plain", "WantedAfterPlain"]);
    }

    [Fact]
    public void A_failure_ends_the_run_with_one_after_the_finally()
    {
        var run = HostRun.Of(typeof(Failing), typeof(AfterFailing)).Run("--target=AfterFailing");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBe(["finally"]);
        run.Log.Lines.ShouldContain("Error: An error occurred when executing task 'Failing'.");
        run.Log.Lines.ShouldContain(line => line.StartsWith("Error: Error: ") && line.Contains("boom"));
    }

    [Fact]
    public void An_error_handler_that_returns_swallows_the_failure()
    {
        var run = HostRun.Of(typeof(Swallowing), typeof(AfterSwallowing)).Run("--target=AfterSwallowing");

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBe(["handled boom", "AfterSwallowing"]);
    }

    [Fact]
    public void An_error_handler_that_throws_ends_the_run()
    {
        var run = HostRun.Of(typeof(Rethrowing)).Run("--target=Rethrowing");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBe(["handled boom", "finally"]);
    }

    [Fact]
    public void A_task_may_fail_where_it_says_to_continue_on_error()
    {
        var run = HostRun.Of(typeof(Optional), typeof(AfterOptional)).Run("--target=AfterOptional");

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBe(["AfterOptional"]);
    }

    [Fact]
    public void Continue_on_error_and_an_error_handler_exclude_each_other()
    {
        var run = HostRun.Of(typeof(OptionalAndSwallowing)).Run("--target=OptionalAndSwallowing");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain("Error: Error: There can only be one error handler per task.");
    }

    [Fact]
    public void A_task_without_a_run_method_groups_what_it_depends_on()
    {
        var run = HostRun.Of(typeof(Group), typeof(Plain))
            .Configured(host => host.UseSetup<CountsActions>())
            .Run("--target=Group");

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBe(["Plain has 1 action", "Group has 0 action", "Plain"]);
    }

    private sealed class Plain(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Plain))]
    private sealed class Group : FrostingTask;

    private sealed class CountsActions(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info)
        {
            foreach (var task in info.TasksToExecute.OfType<CakeTask>())
                journal.Add($"{task.Name} has {task.Actions.Count} action");
        }
    }

    private sealed class Slow(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            journal.Add(nameof(Slow));
        }
    }

    [IsDependentOn(typeof(Slow))]
    private sealed class AfterSlow(Journal journal) : JournalingTask(journal);

    private class Unwanted(Journal journal) : JournalingTask(journal)
    {
        public override bool ShouldRun(ICakeContext context) => false;
    }

    private sealed class UnwantedForAReason(Journal journal) : Unwanted(journal), IFrostingTask
    {
        string IFrostingTask.SkippedMessage => "no data";
    }

    [IsDependentOn(typeof(Unwanted))]
    private sealed class AfterUnwanted(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Plain))]
    private sealed class WantedAfterPlain(Journal journal) : JournalingTask(journal)
    {
        private readonly Journal _journal = journal;

        public override bool ShouldRun(ICakeContext context) => _journal.Lines.Contains(nameof(Plain));
    }

    private sealed class Failing(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("boom");

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    [IsDependentOn(typeof(Failing))]
    private sealed class AfterFailing(Journal journal) : JournalingTask(journal);

    private class Swallowing(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("boom");

        public override void OnError(Exception exception, ICakeContext context) => journal.Add("handled " + exception.Message);
    }

    [IsDependentOn(typeof(Swallowing))]
    private sealed class AfterSwallowing(Journal journal) : JournalingTask(journal);

    private sealed class Rethrowing(Journal journal) : Swallowing(journal)
    {
        private readonly Journal _journal = journal;

        public override void OnError(Exception exception, ICakeContext context)
        {
            base.OnError(exception, context);
            throw exception;
        }

        public override void Finally(ICakeContext context) => _journal.Add("finally");
    }

    [ContinueOnError]
    private sealed class Optional : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context) => throw new InvalidOperationException("boom");
    }

    [IsDependentOn(typeof(Optional))]
    private sealed class AfterOptional(Journal journal) : JournalingTask(journal);

    [ContinueOnError]
    private sealed class OptionalAndSwallowing(Journal journal) : Swallowing(journal);
}
