using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A container.</summary>
public class ContainerInspectResponse
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    /// <summary>Whether it runs.</summary>
    public ContainerState State { get; set; }

    /// <summary>What it may use of its host.</summary>
    public HostConfig HostConfig { get; set; }

    /// <summary>Its network.</summary>
    public NetworkSettings NetworkSettings { get; set; }
}
