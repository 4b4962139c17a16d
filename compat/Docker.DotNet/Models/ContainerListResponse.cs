using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>A container in a list.</summary>
public class ContainerListResponse
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("Id")]
    public string ID { get; set; }

    /// <summary>Its names, each behind a slash.</summary>
    public IList<string> Names { get; set; }

    /// <summary>The name of its image.</summary>
    public string Image { get; set; }

    /// <summary>The id of its image.</summary>
    public string ImageID { get; set; }

    /// <summary>Its labels.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary>For example <c>running</c> or <c>exited</c>.</summary>
    public string State { get; set; }
}
