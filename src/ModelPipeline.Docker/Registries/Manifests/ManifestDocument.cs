using System.Text.Json;

namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>A manifest of an image, or an index of manifests.</summary>
internal sealed record ManifestDocument
{
    /// <summary>The greatest number of bytes of a manifest or an index.</summary>
    public const int LongestBytes = 4 << 20;

    private const int MostLayers = 127;

    public int SchemaVersion { get; init; }

    public string? MediaType { get; init; }

    public Descriptor? Config { get; init; }

    public IReadOnlyList<Descriptor?>? Layers { get; init; }

    public IReadOnlyList<Descriptor?>? Manifests { get; init; }

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its bytes.</param>
    /// <exception cref="InvalidDataException">It is not as the specification says, or of the first version of Docker's form.</exception>
    public static ManifestDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RegistryJsonContext.Default.ManifestDocument) switch
            {
                { SchemaVersion: 1 } => throw new InvalidDataException("it has a manifest of schema 1, which is no longer supported; push it again with a present client"),
                { SchemaVersion: 2 } document => document.IsAmbiguous() ? throw new InvalidDataException("its manifest is not clearly one of an image or an index") : document,
                _ => throw new InvalidDataException("its manifest is not of schema 2"),
            };
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("its manifest is no valid JSON: " + QuotedText.Escape(fault.Message, 200), fault);
        }
    }

    /// <summary>The entry of an index for Linux on x64.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public Descriptor FindSupported() =>
        Manifests!.FirstOrDefault(manifest => manifest?.Platform is { IsSupported: true } && MediaTypes.IsImage(manifest.MediaType))
        ?? throw new InvalidDataException($"it has no image for linux/amd64, only for {Offered()}");

    /// <summary>The configuration of an image.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public Descriptor RequireConfig() => Config ?? throw new InvalidDataException("its manifest names no configuration");

    /// <summary>The layers of an image.</summary>
    /// <exception cref="InvalidDataException">They are missing, too many, or something else than layers.</exception>
    public IReadOnlyList<Descriptor> RequireLayers()
    {
        if (Layers is null || Layers.Count is 0 or > MostLayers)
            throw new InvalidDataException($"its manifest names no layers, or more than {MostLayers}");
        return Layers.FirstOrDefault(layer => !MediaTypes.IsLayer(layer?.MediaType)) is { } other
            ? throw new InvalidDataException($"a layer of it has the media type {QuotedText.Of(other.MediaType ?? "")}, which is not supported")
            : [.. Layers.Select(layer => layer ?? throw new InvalidDataException("a layer of it is null"))];
    }

    /// <summary>Whether readers could disagree on what it is.</summary>
    private bool IsAmbiguous() => Manifests is null
        ? MediaType is not null && !MediaTypes.IsImage(MediaType)
        : Config is not null || Layers is not null || (MediaType is not null && !MediaTypes.IsIndex(MediaType));

    private string Offered() =>
        string.Join(", ", Manifests!.Select(manifest => manifest?.Platform?.ToString()).OfType<string>().Distinct().Take(10).DefaultIfEmpty("platforms without a name"));
}
