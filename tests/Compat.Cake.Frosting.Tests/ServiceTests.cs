using Cake.Core;
using Cake.Core.Composition;
using Cake.Frosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests;

public sealed class ServiceTests
{
    [Fact]
    public void Tasks_take_services_in_their_constructors()
    {
        var run = HostRun.Of(typeof(Greets))
            .Configured(host => host.ConfigureServices(services => services.AddSingleton("from a service")))
            .Run("--target=Greets");

        run.Journal.Lines.ShouldBe(["from a service"]);
    }

    [Fact]
    public void A_startup_class_registers_services()
    {
        var run = HostRun.Of(typeof(Greets)).Configured(host => host.UseStartup<Startup>()).Run("--target=Greets");

        run.Journal.Lines.ShouldBe(["from a startup"]);
    }

    [Fact]
    public void A_module_registers_services()
    {
        var run = HostRun.Of(typeof(Greets)).Configured(host => host.UseModule<Module>()).Run("--target=Greets");

        run.Journal.Lines.ShouldBe(["from a module"]);
    }

    [Fact]
    public void The_service_registered_last_wins()
    {
        var run = HostRun.Of(typeof(Greets))
            .Configured(host => host.UseModule<Module>().UseStartup<Startup>())
            .Run("--target=Greets");

        run.Journal.Lines.ShouldBe(["from a startup"]);
    }

    [Fact]
    public void A_missing_service_ends_the_run_and_is_named()
    {
        var run = HostRun.Of(typeof(Greets)).Run("--target=Greets");

        run.ExitCode.ShouldBe(1);
        run.Log.Lines.ShouldContain(line => line.StartsWith("Error: ") && line.Contains("System.String") && line.Contains("Greets"));
    }

    [Fact]
    public void The_service_extensions_do_what_the_host_extensions_do()
    {
        var run = HostRun.Of(typeof(Greets))
            .Configured(host => host.ConfigureServices(services => services.UseContext<Context>().UseLifetime<Lifetime>()
                .UseCakeSetting("greeting", "hello").AddSingleton("from a service")))
            .Run("--target=Greets");

        run.Journal.Lines.ShouldBe(["hello Context", "from a service", "bye"]);
    }

    [Fact]
    public void Services_are_configured_at_once()
    {
        IServiceCollection? configured = null;

        new CakeHost().ConfigureServices(services => configured = services);

        configured.ShouldNotBeNull();
    }

    [Fact]
    public void Every_configuring_method_returns_the_same_host()
    {
        var host = CakeHost.Create();

        host.UseContext<Context>().UseLifetime<Lifetime>().UseStartup<Startup>().UseModule<Module>()
            .UseCakeSetting("key", "value").UseWorkingDirectory(".").AddAssembly(typeof(CakeHost).Assembly)
            .ConfigureServices(_ => { }).ShouldBeSameAs(host);
    }

    private sealed class Context(ICakeContext context) : FrostingContext(context);

    private sealed class Greets(Journal journal, string greeting) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(greeting);
    }

    private sealed class Startup : IFrostingStartup
    {
        public void Configure(IServiceCollection services) => services.AddSingleton("from a startup");
    }

    private sealed class Module : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterInstance("from a module").As<string>();
    }

    private sealed class Lifetime(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info) =>
            journal.Add($"{context.Configuration.GetValue("Greeting")} {context.GetType().Name}");

        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add("bye");
    }
}
