using System.Text.Json.Serialization;

namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>What an image runs on.</summary>
internal sealed record Platform
{
    [JsonPropertyName("os")]
    public string? OperatingSystem { get; init; }

    public string? Architecture { get; init; }

    /// <summary>Whether it is the one that images are built for: Linux on x64.</summary>
    [JsonIgnore]
    public bool IsSupported => OperatingSystem == "linux" && Architecture == "amd64";

    public override string ToString() => QuotedText.Of($"{OperatingSystem}/{Architecture}");
}
