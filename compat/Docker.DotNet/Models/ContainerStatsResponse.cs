using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What a container uses.</summary>
public class ContainerStatsResponse
{
    /// <summary>The processors.</summary>
    [JsonPropertyName("cpu_stats")]
    public CPUStats CPUStats { get; set; }

    /// <summary>The memory.</summary>
    [JsonPropertyName("memory_stats")]
    public MemoryStats MemoryStats { get; set; }
}
