using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A container that was created.</summary>
public class CreateContainerResponse
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    /// <summary>What the engine could not do as it was told.</summary>
    public IList<string> Warnings { get; set; }
}
