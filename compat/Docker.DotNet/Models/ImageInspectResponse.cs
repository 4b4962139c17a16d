using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>An image.</summary>
public class ImageInspectResponse
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    /// <summary>Its names.</summary>
    public IList<string> RepoTags { get; set; }

    /// <summary>Its bytes, unpacked.</summary>
    public long Size { get; set; }
}
