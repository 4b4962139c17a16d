using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>An engine's version.</summary>
public class VersionResponse
{
    /// <summary>For example <c>28.2.2</c>.</summary>
    public string Version { get; set; }

    /// <summary>The newest version of the API that it knows.</summary>
    [JsonPropertyName("ApiVersion")]
    public string APIVersion { get; set; }

    /// <summary>Its operating system.</summary>
    public string Os { get; set; }

    /// <summary>Its architecture.</summary>
    public string Arch { get; set; }
}
