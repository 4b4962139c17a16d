using Cake.Core;
using Cake.Frosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests;

public sealed class ContextTests
{
    [Fact]
    public void Without_a_context_of_its_own_a_host_gives_tasks_the_default_one()
    {
        var run = HostRun.Of(typeof(NamesItsContext)).Run("--target=NamesItsContext");

        run.Journal.Lines.ShouldBe(["FrostingContext"]);
    }

    [Fact]
    public void The_context_registered_last_wins()
    {
        var run = HostRun.Of(typeof(NamesItsContext))
            .Configured(host => host.UseContext<Small>().UseContext<Large>())
            .Run("--target=NamesItsContext");

        run.Journal.Lines.ShouldBe(["Large"]);
    }

    [Fact]
    public void A_context_takes_services_in_its_constructor()
    {
        var run = HostRun.Of(typeof(AsksLarge))
            .Configured(host => host.UseContext<Large>().ConfigureServices(services => services.AddSingleton("a service")))
            .Run("--target=AsksLarge");

        run.Journal.Lines.ShouldBe(["a service"]);
    }

    [Fact]
    public void A_task_for_a_base_of_the_context_is_used()
    {
        var run = HostRun.Of(typeof(AsksSmall)).Configured(host => host.UseContext<Large>()).Run("--target=AsksSmall");

        run.Journal.Lines.ShouldBe(["AsksSmall"]);
    }

    [Fact]
    public void A_task_for_another_context_is_left_out_with_a_warning()
    {
        var run = HostRun.Of(typeof(AsksLarge), typeof(AsksSmall))
            .Configured(host => host.UseContext<Small>())
            .Run("--target=AsksSmall");

        run.ExitCode.ShouldBe(0);
        run.Log.Lines.ShouldContain($"Warning: Task cannot be used since the context isn't convertible to {typeof(Large).FullName}.");
        run.Log.Lines.ShouldNotContain(line => line.Contains(typeof(Small).FullName!));
    }

    [Fact]
    public void A_task_that_was_left_out_is_no_target()
    {
        var run = HostRun.Of(typeof(AsksLarge)).Configured(host => host.UseContext<Small>()).Run("--target=AsksLarge");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain("Error: Error: The target 'AsksLarge' was not found.");
    }

    [Fact]
    public async Task A_task_refuses_a_missing_context_or_exception_and_a_context_of_another_type()
    {
        IFrostingTask task = new AsksLarge(new Journal());
        IFrostingTask async = new AsyncForLarge();

        await Should.ThrowAsync<ArgumentNullException>(() => task.RunAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(() => async.RunAsync(null!));
        Should.Throw<ArgumentNullException>(() => task.ShouldRun(null!));
        Should.Throw<ArgumentNullException>(() => task.OnError(null!, new OtherContext()));
        Should.Throw<InvalidCastException>(() => task.Finally(new OtherContext()));
        Should.Throw<InvalidCastException>(() => async.OnError(new InvalidOperationException(), new OtherContext()));
    }

    private class Small(ICakeContext context) : FrostingContext(context);

    private sealed class Large(ICakeContext context, string service = "none") : Small(context)
    {
        public string Service { get; } = service;
    }

    private sealed class NamesItsContext(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.GetType().Name);
    }

    private sealed class AsksLarge(Journal journal) : FrostingTask<Large>
    {
        public override void Run(Large context) => journal.Add(context.Service);
    }

    private sealed class AsksSmall(Journal journal) : FrostingTask<Small>
    {
        public override void Run(Small context) => journal.Add(nameof(AsksSmall));
    }

    private sealed class AsyncForLarge : AsyncFrostingTask<Large>;
}
