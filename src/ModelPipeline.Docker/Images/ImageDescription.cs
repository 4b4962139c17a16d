using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images.Bases;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images;

/// <summary>What an image says of itself in its labels and annotations.</summary>
internal static class ImageDescription
{
    /// <summary>The labels, by name.</summary>
    /// <param name="request">What the image is made of.</param>
    /// <param name="image">What it is built on; <see langword="null"/> for nothing.</param>
    public static IReadOnlyDictionary<string, string> Labels(ImageRequest request, BaseImage? image)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["org.opencontainers.image.title"] = request.Bundle.Manifest.Name,
            ["org.opencontainers.image.description"] = request.Description,
            [ImageRules.ModelLabel] = request.Bundle.Manifest.Name,
            [ImageRules.BundleLabel] = request.Bundle.Digest.ToString(),
        };
        if (image is not null)
        {
            labels["org.opencontainers.image.base.name"] = BaseName.Of(image);
            labels["org.opencontainers.image.base.digest"] = image.Digest.ToString();
        }

        return labels;
    }

    /// <summary>Texts by name as a JSON object.</summary>
    public static JsonObject ToJson(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)JsonValue.Create(text.Value))));

    /// <summary>Texts as a JSON array.</summary>
    public static JsonArray ToJson(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
