using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry.Listing;

/// <summary>The JSON form of the registry: snake case, LF, one trailing line end.</summary>
public static class RegistryJson
{
    private static readonly RegistryJsonContext Context = new(JsonForm.With(
        new SemanticVersionConverter(),
        new UtcTimeConverter(),
        new JsonStringEnumConverter<VersionState>(JsonNamingPolicy.KebabCaseLower),
        new JsonStringEnumConverter<StageEventKind>(JsonNamingPolicy.KebabCaseLower)));

    /// <summary>Writes models of a registry.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="models">Those of its models that are wanted.</param>
    public static byte[] Write(ModelRegistry registry, IReadOnlyList<RegisteredModel> models)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return [.. JsonSerializer.SerializeToUtf8Bytes(registry with { Models = models }, Context.ModelRegistry), (byte)'\n'];
    }
}
