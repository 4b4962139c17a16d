using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>Where a port is published.</summary>
public class PortBinding
{
    /// <summary>The address of the host; empty: all.</summary>
    [JsonPropertyName("HostIp")]
    public string HostIP { get; set; }

    /// <summary>The port of the host; empty: a free one.</summary>
    public string HostPort { get; set; }
}
