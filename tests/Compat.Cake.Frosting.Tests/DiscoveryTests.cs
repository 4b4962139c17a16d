using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class DiscoveryTests
{
    [Fact]
    public void Public_tasks_of_the_entry_assembly_are_found_in_source_order()
    {
        var run = HostRun.Of().Configured(host => host.UseContext<EntryAssemblyTasks.Context>()).Run("--description");

        TasksListedBy(run).ShouldBe(["Zulu", "Alpha"]);
    }

    [Fact]
    public void Tasks_of_added_assemblies_come_after_those_of_the_entry_assembly()
    {
        var run = HostRun.Of().Configured(host => host
            .UseContext<EntryAssemblyTasks.Context>()
            .AddAssembly(new AssemblyOf(typeof(Second), typeof(string), typeof(Abstract), typeof(First)))
            .AddAssembly(new AssemblyOf(typeof(Another)))).Run("--description");

        TasksListedBy(run).ShouldBe(["Zulu", "Alpha", "Second", "First", "Another"]);
    }

    [Fact]
    public void An_assembly_added_twice_has_each_of_its_tasks_twice()
    {
        var assembly = new AssemblyOf(typeof(First));

        var run = HostRun.Of().Configured(host => host.AddAssembly(assembly).AddAssembly(assembly)).Run("--target=First");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain("Error: Error: Another task with the name 'First' has already been added.");
    }

    [Fact]
    public void Tasks_registered_as_services_are_run_too()
    {
        var run = HostRun.Of(typeof(First)).Run("--target=First");

        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_task_that_derives_from_neither_base_is_refused()
    {
        var run = HostRun.Of(typeof(Unbased)).Run("--target=Unbased");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain(line => line.StartsWith("Error: ") && line.Contains(nameof(AsyncFrostingTask)));
    }

    private static IEnumerable<string> TasksListedBy(HostRun run) => run.Terminal.Split('\n')
        .Where(line => line.StartsWith("  ") && !line.StartsWith("  Task"))
        .Select(line => line.Trim());

    private abstract class Abstract : FrostingTask;

    private sealed class First : FrostingTask;

    private sealed class Second : FrostingTask;

    private sealed class Another : FrostingTask;

    private sealed class Unbased : IFrostingTask
    {
        public Task RunAsync(Core.ICakeContext context) => Task.CompletedTask;

        public bool ShouldRun(Core.ICakeContext context) => true;

        public void OnError(Exception exception, Core.ICakeContext context)
        {
        }

        public void Finally(Core.ICakeContext context)
        {
        }
    }
}
