using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core.Configuration;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Hosting;

internal static class HostDefaults
{
    public static IServiceCollection AddHostDefaults(this IServiceCollection services) => services
        .AddCakeDiagnostics()
        .UseModule(new CoreModule())
        .UseModule(new CommonModule())
        .AddSingleton<ICakeConfiguration, HostConfiguration>()
        .AddSingleton<BuildScriptHost<IFrostingContext>>()
        .AddSingleton<DryRunScriptHost<IFrostingContext>>()
        .AddSingleton<TreeScriptHost>()
        .AddSingleton<DescriptionScriptHost>()
        .AddSingleton<IVersionResolver, VersionResolver>()
        .AddSingleton<VersionFeature>()
        .AddSingleton<InfoFeature>()
        .AddSingleton<FrostingContext>()
        .AddSingleton<IFrostingContext>(provider => provider.GetRequiredService<FrostingContext>())
        .AddSingleton<EngineSetup>();
}
