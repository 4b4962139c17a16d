using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>What is read of an image's configuration.</summary>
internal sealed record ImageConfiguration
{
    /// <summary>The greatest number of bytes of a configuration.</summary>
    public const int LongestBytes = 8 << 20;

    [JsonPropertyName("os")]
    public string? OperatingSystem { get; init; }

    public string? Architecture { get; init; }

    [JsonPropertyName("rootfs")]
    public RootFileSystem? Root { get; init; }

    /// <summary>Reads the digests of the layers' unpacked bytes.</summary>
    /// <param name="json">The configuration's bytes.</param>
    /// <param name="layers">How many layers the manifest has.</param>
    /// <exception cref="InvalidDataException">The image is for another platform, or its layers and configuration do not agree.</exception>
    public static IReadOnlyList<Digest> ReadDiffIds(ReadOnlySpan<byte> json, int layers)
    {
        try
        {
            var configuration = JsonSerializer.Deserialize(json, RegistryJsonContext.Default.ImageConfiguration);
            var platform = new Platform { OperatingSystem = configuration?.OperatingSystem, Architecture = configuration?.Architecture };
            if (!platform.IsSupported)
                throw new InvalidDataException($"it is for {platform}, not for linux/amd64");
            var ids = configuration?.Root?.DiffIds ?? [];
            return ids.Count == layers
                ? [.. ids.Select(Digest.Parse)]
                : throw new InvalidDataException($"its manifest has {layers} layers, its configuration {ids.Count}");
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new InvalidDataException("its configuration is not valid: " + QuotedText.Escape(fault.Message, 200), fault);
        }
    }

    /// <summary>The layers of a configuration.</summary>
    internal sealed record RootFileSystem([property: JsonPropertyName("diff_ids")] IReadOnlyList<string>? DiffIds);
}
