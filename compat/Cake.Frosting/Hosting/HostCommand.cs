using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

internal sealed class HostCommand(IServiceCollection services) : Command<HostSettings>
{
    public override int Execute(CommandContext context, HostSettings settings, CancellationToken cancellationToken)
    {
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.NoReport, settings.Targets));
        services.AddSingleton(context.Remaining);

        // Like the real host, this one never disposes its services: a lifetime's teardown releases what needs it.
        var provider = services.BuildServiceProvider();
        try
        {
            Run(settings, provider);
            return 0;
        }
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }

    private static void Run(HostSettings settings, IServiceProvider provider)
    {
        if (settings.Version)
            provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
        else if (settings.Info)
            provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
        else
            RunTargets(settings, provider);
    }

    private static void RunTargets(HostSettings settings, IServiceProvider provider)
    {
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity ?? Verbosity.Normal;
        SetWorkingDirectory(settings, provider);
        log.Verbosity = provider.GetRequiredService<ICakeConfiguration>().GetVerbosity(settings.Verbosity);

        var host = ScriptHost(settings, provider);
        if (settings.Exclusive)
            host.Settings.UseExclusiveTarget();
        provider.GetRequiredService<EngineSetup>().Register();
        host.RunTargets(settings.Targets);
    }

    private static void SetWorkingDirectory(HostSettings settings, IServiceProvider provider)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var wanted = settings.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path;
        var directory = wanted?.MakeAbsolute(environment) ?? environment.WorkingDirectory;

        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist.");
        environment.WorkingDirectory = directory;
    }

    private static IScriptHost ScriptHost(HostSettings settings, IServiceProvider provider) => settings switch
    {
        { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
        { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };
}
