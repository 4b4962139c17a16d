using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What went wrong.</summary>
public class JSONError
{
    /// <summary>A number for it, if any.</summary>
    [JsonPropertyName("code")]
    public long Code { get; set; }

    /// <summary>In words.</summary>
    [JsonPropertyName("message")]
    public string Message { get; set; }
}
