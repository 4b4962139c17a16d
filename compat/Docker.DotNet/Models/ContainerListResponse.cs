using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A container in a list.</summary>
public class ContainerListResponse
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    /// <summary>Its labels.</summary>
    public IDictionary<string, string> Labels { get; set; }
}
