using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A message of an engine that is at work.</summary>
public class JSONMessage
{
    /// <summary>What a person would read.</summary>
    [JsonPropertyName("stream")]
    public string Stream { get; set; }

    /// <summary>What went wrong.</summary>
    [JsonPropertyName("errorDetail")]
    public JSONError Error { get; set; }

    /// <summary>What went wrong, in words.</summary>
    [JsonPropertyName("error")]
    public string ErrorMessage { get; set; }
}
