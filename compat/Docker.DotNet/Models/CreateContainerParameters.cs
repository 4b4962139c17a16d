using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>The settings of a new container.</summary>
public class CreateContainerParameters
{
    /// <summary>Its name.</summary>
    [JsonIgnore]
    public string Name { get; set; }

    /// <summary>The name or id of its image.</summary>
    public string Image { get; set; }

    /// <summary>Its labels.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>What it may use of its host.</summary>
    public HostConfig HostConfig { get; set; }
}
