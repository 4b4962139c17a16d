using Cake.Cli;
using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Registers what a host runs with.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Uses a context of one's own. The last registration wins.</summary>
    /// <typeparam name="TContext">The type of the context; its constructor may take <see cref="ICakeContext"/> and any other service.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext =>
        services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Sets what is done before the first and after the last task, by one instance. The last registration wins.</summary>
    /// <typeparam name="TLifetime">The type of the lifetime.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime
    {
        services.AddSingleton<IFrostingLifetime, TLifetime>();
        services.AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<IFrostingLifetime>());
        return services.AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<IFrostingLifetime>());
    }

    /// <summary>Sets what is done before the first task. The last registration wins.</summary>
    /// <typeparam name="TSetup">The type of the setup.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup =>
        services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Sets what is done after the last task. The last registration wins.</summary>
    /// <typeparam name="TTeardown">The type of the teardown.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown =>
        services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Sets what is done before and after each task, by one instance. The last registration wins.</summary>
    /// <typeparam name="TLifetime">The type of the lifetime.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingTaskLifetime
    {
        services.AddSingleton<IFrostingTaskLifetime, TLifetime>();
        services.AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<IFrostingTaskLifetime>());
        return services.AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<IFrostingTaskLifetime>());
    }

    /// <summary>Sets what is done before each task. The last registration wins.</summary>
    /// <typeparam name="TSetup">The type of the setup.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingTaskSetup =>
        services.AddSingleton<IFrostingTaskSetup, TSetup>();

    /// <summary>Sets what is done after each task. The last registration wins.</summary>
    /// <typeparam name="TTeardown">The type of the teardown.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTaskTeardown =>
        services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

    /// <summary>Adds the services of a Cake module.</summary>
    /// <typeparam name="TModule">The type of the module.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : ICakeModule, new() =>
        services.UseModule(new TModule());

    /// <summary>Sets the working directory. The option <c>--working</c> wins over it.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="path">The directory; a relative one starts from the directory of the process.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Sets a configuration value. The environment, <c>cake.config</c> and the command line win over it.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key, ignoring case.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value) =>
        services.AddSingleton(new CakeSetting(key, value));
}
