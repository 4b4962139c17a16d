using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.IO;

namespace Cake.Frosting;

/// <summary>Configures a host.</summary>
public static class CakeHostExtensions
{
    /// <summary>Lets a startup class register services, at once.</summary>
    /// <typeparam name="TStartup">The type of the startup class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseStartup<TStartup>(this CakeHost host)
        where TStartup : IFrostingStartup, new() =>
        host.ConfigureServices(new TStartup().Configure);

    /// <summary>Uses a context of one's own. The last registration wins.</summary>
    /// <typeparam name="TContext">The type of the context; its constructor may take <see cref="ICakeContext"/> and any other service.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        host.ConfigureServices(services => services.UseContext<TContext>());

    /// <summary>Sets what is done before the first and after the last task, by one instance. The last registration wins.</summary>
    /// <typeparam name="TLifetime">The type of the lifetime.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime =>
        host.ConfigureServices(services => services.UseLifetime<TLifetime>());

    /// <summary>Sets what is done before the first task. The last registration wins.</summary>
    /// <typeparam name="TSetup">The type of the setup.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingSetup =>
        host.ConfigureServices(services => services.UseSetup<TSetup>());

    /// <summary>Sets what is done after the last task. The last registration wins.</summary>
    /// <typeparam name="TTeardown">The type of the teardown.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown =>
        host.ConfigureServices(services => services.UseTeardown<TTeardown>());

    /// <summary>Sets what is done before and after each task, by one instance. The last registration wins.</summary>
    /// <typeparam name="TLifetime">The type of the lifetime.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingTaskLifetime =>
        host.ConfigureServices(services => services.UseTaskLifetime<TLifetime>());

    /// <summary>Sets what is done before each task. The last registration wins.</summary>
    /// <typeparam name="TSetup">The type of the setup.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingTaskSetup =>
        host.ConfigureServices(services => services.UseTaskSetup<TSetup>());

    /// <summary>Sets what is done after each task. The last registration wins.</summary>
    /// <typeparam name="TTeardown">The type of the teardown.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTaskTeardown =>
        host.ConfigureServices(services => services.UseTaskTeardown<TTeardown>());

    /// <summary>Adds the services of a Cake module.</summary>
    /// <typeparam name="TModule">The type of the module.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseModule<TModule>(this CakeHost host)
        where TModule : ICakeModule, new() =>
        host.ConfigureServices(services => ServiceCollectionExtensions.UseModule<TModule>(services));

    /// <summary>Sets the working directory. The option <c>--working</c> wins over it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The directory; a relative one starts from the directory of the process.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseWorkingDirectory(path));

    /// <summary>Sets a configuration value. The environment, <c>cake.config</c> and the command line win over it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="key">The key, ignoring case.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value) =>
        host.ConfigureServices(services => services.UseCakeSetting(key, value));
}
