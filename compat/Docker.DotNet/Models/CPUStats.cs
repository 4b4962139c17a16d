using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What a container uses of the processors.</summary>
public class CPUStats
{
    /// <summary>The time.</summary>
    [JsonPropertyName("cpu_usage")]
    public CPUUsage CPUUsage { get; set; }
}
