using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public void Setup_and_teardown_enclose_the_run_and_those_of_a_task_each_task()
    {
        var run = HostRun.Of(typeof(First), typeof(Second))
            .Configured(host => host.UseLifetime<Lifetime>().UseTaskLifetime<TaskLifetime>())
            .Run("--target=Second");

        run.Journal.Lines.ShouldBe([
            "setup for Second of 2",
            "task setup First", "First", "task teardown First",
            "task setup Second", "Second", "task teardown Second",
            "teardown after success",
        ]);
    }

    [Fact]
    public void Each_part_can_be_registered_alone()
    {
        var run = HostRun.Of(typeof(First))
            .Configured(host => host.UseSetup<OnlySetup>().UseTeardown<OnlyTeardown>().UseTaskSetup<TaskSetup>().UseTaskTeardown<TaskTeardown>())
            .Run("--target=First");

        run.Journal.Lines.ShouldBe(["setup", "task setup", "First", "task teardown", "teardown"]);
    }

    [Fact]
    public void The_setup_registered_last_wins()
    {
        var run = HostRun.Of(typeof(First))
            .Configured(host => host.UseLifetime<Lifetime>().UseSetup<OnlySetup>())
            .Run("--target=First");

        run.Journal.Lines.ShouldBe(["setup", "First", "teardown after success without setup"]);
    }

    [Fact]
    public void A_skipped_task_has_its_setup_and_teardown_too()
    {
        var run = HostRun.Of(typeof(Skipped), typeof(AfterSkipped))
            .Configured(host => host.UseTaskLifetime<TaskLifetime>())
            .Run("--target=AfterSkipped");

        run.Journal.Lines.ShouldBe([
            "task setup Skipped", "task teardown Skipped, skipped",
            "task setup AfterSkipped", "AfterSkipped", "task teardown AfterSkipped",
        ]);
    }

    [Fact]
    public void Teardown_runs_after_a_failed_task_and_is_told_why()
    {
        var run = HostRun.Of(typeof(Failing)).Configured(host => host.UseLifetime<Lifetime>()).Run("--target=Failing");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBe(["setup for Failing of 1", "teardown after boom"]);
    }

    [Fact]
    public void A_failing_setup_prevents_the_tasks_but_not_the_teardown()
    {
        var run = HostRun.Of(typeof(First))
            .Configured(host => host.UseSetup<FailingSetup>().UseTeardown<OnlyTeardown>())
            .Run("--target=First");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBe(["teardown"]);
    }

    [Fact]
    public void A_lifetime_refuses_a_missing_context()
    {
        IFrostingSetup setup = new OnlySetup(new Journal());

        Should.Throw<ArgumentNullException>(() => setup.Setup(null!, null!));
    }

    private sealed class First(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(First))]
    private sealed class Second(Journal journal) : JournalingTask(journal);

    private sealed class Skipped(Journal journal) : JournalingTask(journal)
    {
        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(Skipped))]
    private sealed class AfterSkipped(Journal journal) : JournalingTask(journal);

    private sealed class Failing : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("boom");
    }

    private sealed class Lifetime(Journal journal) : FrostingLifetime<FrostingContext>
    {
        private bool _isSetUp;

        public override void Setup(FrostingContext context, ISetupContext info)
        {
            _isSetUp = true;
            journal.Add($"setup for {info.TargetTask.Name} of {info.TasksToExecute.Count}");
        }

        public override void Teardown(FrostingContext context, ITeardownContext info) => journal.Add(
            $"teardown after {(info.Successful ? "success" : info.ThrownException.Message)}{(_isSetUp ? "" : " without setup")}");
    }

    private sealed class TaskLifetime(Journal journal) : FrostingTaskLifetime
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add("task setup " + info.Task.Name);

        public override void Teardown(ICakeContext context, ITaskTeardownContext info) =>
            journal.Add("task teardown " + info.Task.Name + (info.Skipped ? ", skipped" : string.Empty));
    }

    private sealed class OnlySetup(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("setup");
    }

    private sealed class FailingSetup : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => throw new InvalidOperationException("boom");
    }

    private sealed class OnlyTeardown(Journal journal) : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add("teardown");
    }

    private sealed class TaskSetup(Journal journal) : FrostingTaskSetup
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add("task setup");
    }

    private sealed class TaskTeardown(Journal journal) : FrostingTaskTeardown
    {
        public override void Teardown(ICakeContext context, ITaskTeardownContext info) => journal.Add("task teardown");
    }
}
