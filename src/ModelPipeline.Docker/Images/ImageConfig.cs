using System.Text;
using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images;

/// <summary>Writes an image's configuration (OCI image specification 1.1, config.md, and Docker's health check).</summary>
internal static class ImageConfig
{
    private const string DefaultPath = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private const long Second = 1_000_000_000;

    /// <summary>The configuration's bytes.</summary>
    /// <param name="request">What the image is made of.</param>
    /// <param name="image">What it is built on; <see langword="null"/> for nothing.</param>
    /// <param name="layers">All its layers.</param>
    public static byte[] Write(ImageRequest request, BaseImage? image, IReadOnlyList<LayerBlob> layers)
    {
        var under = image is null ? null : JsonNode.Parse(image.Config.Span)!.AsObject();
        var settings = under?["config"] as JsonObject;
        var config = new JsonObject
        {
            ["created"] = ImageRules.Created,
            ["architecture"] = "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject
            {
                ["User"] = ImageRules.User,
                ["ExposedPorts"] = new JsonObject { [ImageRules.Port] = new JsonObject() },
                ["Env"] = ImageDescription.ToJson(Variables(Texts(settings?["Env"]), request.Bundle.Digest)),
                ["Entrypoint"] = ImageDescription.ToJson(ImageRules.EntryPoint),
                ["Cmd"] = ImageDescription.ToJson(["serve"]),
                ["WorkingDir"] = $"/{ImageRules.App}",
                ["Labels"] = ImageDescription.ToJson(Labels(settings, ImageDescription.Labels(request, image))),
                ["StopSignal"] = "SIGTERM",
                ["Healthcheck"] = new JsonObject
                {
                    ["Test"] = ImageDescription.ToJson(ImageRules.HealthCheck),
                    ["Interval"] = 10 * Second,
                    ["Timeout"] = 5 * Second,
                    ["StartPeriod"] = 5 * Second,
                    ["Retries"] = 3,
                },
            },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = ImageDescription.ToJson(layers.Select(layer => layer.DiffId.ToString())) },
            ["history"] = History(under, layers, image?.Layers.Count ?? 0),
        };
        return Encoding.UTF8.GetBytes(config.ToJsonString());
    }

    private static IEnumerable<string> Variables(IReadOnlyList<string> given, Digest bundle)
    {
        string[] ours = ["DOTNET_EnableDiagnostics=0", $"{ImageRules.BundleVariable}={bundle}"];
        var names = ours.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var kept = given.Where(variable => !names.Contains(NameOf(variable))).ToList();
        return (kept.Exists(variable => NameOf(variable) == "PATH") ? kept : kept.Prepend(DefaultPath)).Concat(ours);

        static string NameOf(string variable) => variable.Split('=')[0];
    }

    private static IEnumerable<KeyValuePair<string, string>> Labels(JsonObject? settings, IReadOnlyDictionary<string, string> ours) =>
        (settings?["Labels"] as JsonObject ?? []).Where(label => label.Value is JsonValue && !ours.ContainsKey(label.Key))
            .Select(label => KeyValuePair.Create(label.Key, label.Value!.ToString()))
            .Concat(ours);

    private static JsonArray History(JsonObject? under, IReadOnlyList<LayerBlob> layers, int underLayers)
    {
        var given = under?["history"] as JsonArray ?? [];
        var isWhole = given.Count(item => item?["empty_layer"]?.ToString() != "true") == underLayers;
        var kept = isWhole ? given.Select(item => item!.DeepClone()) : layers.Take(underLayers).Select(Made);
        return new JsonArray([.. kept, .. layers.Skip(underLayers).Select(Made)]);
    }

    private static JsonNode Made(LayerBlob layer) => new JsonObject { ["created"] = ImageRules.Created, ["created_by"] = $"ModelPipeline: {layer.Name}" };

    private static IReadOnlyList<string> Texts(JsonNode? array) => array is JsonArray items ? [.. items.Select(item => item!.ToString())] : [];
}
