using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Dependencies_run_once_and_first_in_the_order_of_the_attributes()
    {
        var run = HostRun.Of(typeof(Diamond), typeof(Left), typeof(Right), typeof(Root)).Run("--target=Diamond");

        run.Journal.Lines.ShouldBe(["Root", "Right", "Left", "Diamond"]);
    }

    [Fact]
    public void A_dependee_waits_for_the_task_that_names_it()
    {
        var run = HostRun.Of(typeof(Root), typeof(BeforeRoot)).Run("--target=Root");

        run.Journal.Lines.ShouldBe(["BeforeRoot", "Root"]);
    }

    [Fact]
    public void Dependencies_are_inherited_from_the_base_class()
    {
        var run = HostRun.Of(typeof(Heir), typeof(Right), typeof(Left), typeof(Root)).Run("--target=Heir");

        run.Journal.Lines.ShouldBe(["Root", "Left", "Right", "Heir"]);
    }

    [Fact]
    public void Several_targets_share_one_graph_with_ties_in_alphabetical_order()
    {
        var run = HostRun.Of(typeof(Left), typeof(Right), typeof(Root)).Run("--target=Right", "-t", "Left");

        run.Journal.Lines.ShouldBe(["Root", "Left", "Right"]);
    }

    [Fact]
    public void Several_targets_run_one_by_one_where_the_configuration_says_so()
    {
        var run = HostRun.Of(typeof(Left), typeof(Right), typeof(Root)).Run(
            "--target=Right", "--target=Left", "--settings_unifieddependencygraphformultipletargets=false");

        run.Journal.Lines.ShouldBe(["Root", "Right", "Root", "Left"]);
    }

    [Theory]
    [InlineData(typeof(OnNoTask), "The dependency 'String' is not a valid task.")]
    [InlineData(typeof(OfNoTask), "The reverse dependency 'String' is not a valid task.")]
    [InlineData(typeof(Left), "Task 'Left' is dependent on task 'Root' which does not exist.")]
    [InlineData(typeof(BeforeRoot), "Task 'BeforeRoot' has specified that it's a dependency for task 'Root' which does not exist.")]
    [InlineData(typeof(Twice), "The task 'Twice' already have a dependency on 'Root'.")]
    public void A_wrong_dependency_ends_the_run_before_any_task(Type task, string message)
    {
        var run = HostRun.Of(task).Run("--target", task.Name);

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBeEmpty();
        run.Log.Lines.ShouldContain("Error: Error: " + message);
    }

    private sealed class Root(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Root))]
    private sealed class Left(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Root))]
    private sealed class Right(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Right))]
    [IsDependentOn(typeof(Left))]
    private sealed class Diamond(Journal journal) : JournalingTask(journal);

    [IsDependeeOf(typeof(Root))]
    private sealed class BeforeRoot(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Right))]
    private abstract class Ancestor(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Left))]
    private sealed class Heir(Journal journal) : Ancestor(journal);

    [IsDependentOn(typeof(string))]
    private sealed class OnNoTask(Journal journal) : JournalingTask(journal);

    [IsDependeeOf(typeof(string))]
    private sealed class OfNoTask(Journal journal) : JournalingTask(journal);

    [IsDependentOn(typeof(Root))]
    [IsDependentOn(typeof(Root))]
    private sealed class Twice(Journal journal) : JournalingTask(journal);
}
