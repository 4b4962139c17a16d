using System.Reflection;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Knows the program that runs.</summary>
internal static class HostIdentity
{
    /// <summary>The pipeline's version, for example <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(HostIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The first line of a run: what runs, and which way it was built.</summary>
    public static string Banner { get; } = $"ModelPipeline {Version}, built with {BuiltWith(typeof(CakeHost).Assembly)}";

    /// <summary>The identity of this host's assemblies.</summary>
    public static ToolIdentity Tool() => ToolIdentity.Of(Version, AppContext.BaseDirectory, Environment.ProcessPath);

    /// <summary>A package says nothing about itself; what stands in for one does.</summary>
    private static string BuiltWith(Assembly cake) =>
        cake.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "ModelPipeline.BuiltWith")?.Value ?? "NuGet packages";
}
