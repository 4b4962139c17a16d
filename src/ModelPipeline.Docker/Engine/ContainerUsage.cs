using Docker.DotNet.Models;
using ModelPipeline.Serving;

namespace ModelPipeline.Docker.Engine;

/// <summary>Takes the last figures of a container's use.</summary>
internal sealed class ContainerUsage : IProgress<ContainerStatsResponse>
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The use; <see langword="null"/> before the first figures and for a container that has ended.</summary>
    public ServiceUsage? Last { get; private set; }

    /// <inheritdoc/>
    public void Report(ContainerStatsResponse value) =>
        Last = value is { CPUStats.CPUUsage.TotalUsage: > 0 and var time, MemoryStats: { Usage: > 0 } memory }
            ? new ServiceUsage(TimeSpan.FromTicks((long)time / NanosecondsPerTick), WithoutFileCache(memory))
            : null;

    // The kernel's figure for the file cache that it would give back first: cgroup v1 calls it the one, v2 the other.
    private static long WithoutFileCache(MemoryStats memory) =>
        (long)(memory.Usage - Math.Min(memory.Usage, Figure(memory, "total_inactive_file") ?? Figure(memory, "inactive_file") ?? 0));

    private static ulong? Figure(MemoryStats memory, string name) => memory.Stats?.TryGetValue(name, out var value) is true ? value : null;
}
