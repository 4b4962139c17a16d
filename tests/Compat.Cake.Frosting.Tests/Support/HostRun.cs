using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Support;

/// <summary>
/// A host with the given tasks and with everything it says recorded. Its tasks are not public, and are registered as
/// services, so that the hosts of other tests do not find them in this assembly.
/// </summary>
internal sealed class HostRun
{
    private readonly CakeHost _host = new();
    private readonly StringWriter _terminal = new();

    private HostRun(Type[] tasks) => _host.ConfigureServices(services =>
    {
        services.AddSingleton(Journal);
        services.AddSingleton<ICakeLog>(Log);
        services.AddSingleton<IConsole>(Console);
        services.AddSingleton(PlainTerminal.On(_terminal));
        foreach (var task in tasks)
            services.AddSingleton(typeof(IFrostingTask), task);
    });

    public Journal Journal { get; } = new();

    public RecordingLog Log { get; } = new();

    public RecordingConsole Console { get; } = new();

    public int ExitCode { get; private set; }

    /// <summary>Gets what was written to the terminal: the report and the headings of the steps.</summary>
    public string Terminal => string.Join('\n', _terminal.ToString().Split('\n').Select(line => line.TrimEnd()));

    public static HostRun Of(params Type[] tasks) => new(tasks);

    public HostRun Configured(Action<CakeHost> configure)
    {
        configure(_host);
        return this;
    }

    public HostRun Run(params string[] arguments)
    {
        ExitCode = _host.Run(arguments);
        return this;
    }
}
