using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A container's processor time.</summary>
public class CPUUsage
{
    /// <summary>The time since its start, in nanoseconds.</summary>
    [JsonPropertyName("total_usage")]
    public ulong TotalUsage { get; set; }
}
