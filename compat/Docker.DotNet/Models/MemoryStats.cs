using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What a container uses of the memory.</summary>
public class MemoryStats
{
    /// <summary>Bytes, the file cache included.</summary>
    [JsonPropertyName("usage")]
    public ulong Usage { get; set; }

    /// <summary>The kernel's own figures.</summary>
    [JsonPropertyName("stats")]
    public IDictionary<string, ulong> Stats { get; set; }
}
