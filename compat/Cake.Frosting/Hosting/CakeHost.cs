using System.Reflection;
using Cake.Cli;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Finds the tasks of a build and runs those that the command line asks for.</summary>
public sealed class CakeHost
{
    private readonly IServiceCollection _services = new ServiceCollection().AddHostDefaults();
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Initializes a host that finds the tasks of the entry assembly.</summary>
    public CakeHost()
    {
        if (Assembly.GetEntryAssembly() is { } entry)
            _assemblies.Add(entry);
    }

    /// <summary>Creates a host that finds the tasks of the entry assembly.</summary>
    /// <returns>The host.</returns>
    public static CakeHost Create() => new();

    /// <summary>Adds an assembly whose public task classes are found too.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The same host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers services, at once. Where a service is registered twice, the last registration wins.</summary>
    /// <param name="services">Registers the services.</param>
    /// <returns>The same host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(_services);
        return this;
    }

    /// <summary>Runs the tasks that the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>
    /// The exit code of the process: 0 for success, -1 for a wrong command line, else the code of the
    /// <see cref="Cake.Core.CakeException"/> that ended the run, or 1.
    /// </returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in _assemblies.SelectMany(TaskTypes.In))
            _services.AddSingleton(typeof(IFrostingTask), task);

        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), _services);
        return new CommandApp<HostCommand>(registrar).Run(args);
    }
}
