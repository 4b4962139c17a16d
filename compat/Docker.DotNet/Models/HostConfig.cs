using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What a container may use of its host.</summary>
public class HostConfig
{
    /// <summary>Where its log goes.</summary>
    public LogConfig LogConfig { get; set; }

    /// <summary>Its published ports, by port and protocol (<c>8080/tcp</c>).</summary>
    public IDictionary<string, IList<PortBinding>> PortBindings { get; set; }

    /// <summary>The capabilities that it does not have.</summary>
    public IList<string> CapDrop { get; set; }

    /// <summary>Whether it may write to its image.</summary>
    public bool ReadonlyRootfs { get; set; }

    /// <summary>Further limits, for example <c>no-new-privileges</c>.</summary>
    public IList<string> SecurityOpt { get; set; }

    /// <summary>Folders in memory, with their options.</summary>
    public IDictionary<string, string> Tmpfs { get; set; }

    /// <summary>Its memory, in bytes.</summary>
    public long Memory { get; set; }

    /// <summary>Its processors, in billionths of one.</summary>
    [JsonPropertyName("NanoCpus")]
    public long NanoCPUs { get; set; }

    /// <summary>Its memory and swap, in bytes.</summary>
    public long MemorySwap { get; set; }

    /// <summary>How many processes and threads it may have.</summary>
    public long? PidsLimit { get; set; }
}
