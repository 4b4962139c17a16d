using Docker.DotNet.Models;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Engine;

/// <summary>The settings of a container that is locked down.</summary>
internal static class ContainerSettings
{
    /// <summary>The port of the service.</summary>
    public const string Port = "8080/tcp";

    private const double Billionths = 1e9;

    /// <summary>The settings: the image's user and command, nothing to write to but a small folder in memory, no capability, no volume, no restart.</summary>
    public static CreateContainerParameters Of(string name, EngineImage image, ContainerLimits limits, string publishedOn) => new()
    {
        Name = name,
        Image = image.Reference,
        Labels = new Dictionary<string, string>
        {
            [ContainerLabels.Run] = ContainerOwner.Current.ToString(),
            [ContainerLabels.Loaded] = image.IsOurs ? image.Reference : string.Empty,
        },
        HostConfig = new HostConfig
        {
            ReadonlyRootfs = true,
            CapDrop = ["ALL"],
            SecurityOpt = ["no-new-privileges"],
            Memory = limits.MemoryBytes,
            MemorySwap = limits.MemoryBytes,
            NanoCPUs = ToBillionths(limits.Cpus),
            PidsLimit = limits.Processes,
            Tmpfs = new Dictionary<string, string> { ["/tmp"] = "rw,noexec,nosuid,nodev,size=64m" },
            PortBindings = new Dictionary<string, IList<PortBinding>> { [Port] = [new PortBinding { HostIP = publishedOn, HostPort = string.Empty }] },
            LogConfig = new LogConfig { Type = "json-file", Config = new Dictionary<string, string> { ["max-size"] = "1m", ["max-file"] = "2" } },
        },
    };

    /// <summary>The limits that an engine did not take: one without the means drops them with a mere warning.</summary>
    /// <param name="asked">The settings that it was given.</param>
    /// <param name="taken">What it says of the container.</param>
    public static IEnumerable<string> Dropped(HostConfig asked, HostConfig taken)
    {
        if (taken.Memory != asked.Memory)
            yield return "memory";
        if (taken.MemorySwap != asked.MemorySwap)
            yield return "swap";
        if (taken.NanoCPUs != asked.NanoCPUs)
            yield return "processors";
        if (taken.PidsLimit != asked.PidsLimit)
            yield return "processes";
        if (!taken.ReadonlyRootfs)
            yield return "writing";
        if (Lacks(taken.CapDrop, asked.CapDrop))
            yield return "capabilities";
        if (Lacks(taken.SecurityOpt, asked.SecurityOpt))
            yield return "privileges";
    }

    private static bool Lacks(IList<string>? taken, IList<string> asked) => asked.Except(taken ?? [], StringComparer.OrdinalIgnoreCase).Any();

    private static long ToBillionths(double processors) => (long)Math.Round(processors * Billionths);
}
