using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class TaskNameTests
{
    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("plain", "Plain")]
    [InlineData("Train-Model", "Named")]
    [InlineData("train-model", "Named")]
    public void A_task_is_called_by_its_attribute_or_its_class_ignoring_case(string target, string ran)
    {
        var run = HostRun.Of(typeof(Plain), typeof(Named)).Run("--target", target);

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBe([ran]);
    }

    [Fact]
    public void The_class_name_of_a_named_task_is_no_target()
    {
        var run = HostRun.Of(typeof(Named)).Run("--target=Named");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain("Error: Error: The target 'Named' was not found.");
    }

    [Fact]
    public void Two_names_that_differ_by_case_only_are_refused()
    {
        var run = HostRun.Of(typeof(Plain), typeof(Shouting)).Run("--target=Plain");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBeEmpty();
        run.Log.Lines.ShouldContain("Error: Error: Another task with the name 'PLAIN' has already been added.");
    }

    private sealed class Plain(Journal journal) : JournalingTask(journal);

    [TaskName("Train-Model")]
    private sealed class Named(Journal journal) : JournalingTask(journal);

    [TaskName("PLAIN")]
    private sealed class Shouting(Journal journal) : JournalingTask(journal);
}
