using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Training;

/// <summary>The JSON form of a bundle's manifest: snake case, LF, one trailing line end, absent instead of null.</summary>
internal static class BundleJson
{
    private static readonly BundleJsonContext Context = new(
        JsonForm.With(new DigestConverter(), new TrainerParametersConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower)));

    public static byte[] Write(BundleManifest manifest) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(manifest, Context.BundleManifest), (byte)'\n'];

    public static BundleManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.BundleManifest) ?? throw new JsonException("it is empty");
}
