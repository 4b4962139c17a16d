using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Knows the names of a host's tasks.</summary>
internal static class TaskNames
{
    /// <summary>The names of the tasks that are registered, as Cake derives them.</summary>
    public static IReadOnlyList<string> In(IEnumerable<ServiceDescriptor> services) =>
    [
        .. services
            .Where(service => service.ServiceType == typeof(IFrostingTask))
            .Select(service => service.ImplementationType ?? service.ImplementationInstance?.GetType())
            .OfType<Type>()
            .Select(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name),
    ];
}
