using System.Text;

namespace ModelPipeline.Packaging;

/// <summary>What the template <c>dockerfile</c> reads: the same image for people who prefer <c>docker build</c>. Its context is an unpacked <c>image.tar</c>.</summary>
public sealed record DockerfileDocument
{
    /// <summary>The image's name and tag.</summary>
    public required string Reference { get; init; }

    /// <summary>What follows <c>FROM</c>: <c>scratch</c>, or an image in a registry with its digest.</summary>
    public required string From { get; init; }

    /// <summary>The blobs that are unpacked onto it, the lowest first; paths in the context.</summary>
    public required IReadOnlyList<string> Blobs { get; init; }

    /// <summary>The labels, quoted for a Dockerfile: <c>"name"="value"</c>.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The bundle's digest.</summary>
    public required string Bundle { get; init; }

    /// <summary>The document of an image.</summary>
    /// <param name="request">What the image is made of.</param>
    /// <param name="image">The image.</param>
    public static DockerfileDocument Of(ImageRequest request, BuiltImage image)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(image);
        var isPulled = image.Base.StartsWith(request.Base + "@", StringComparison.Ordinal);
        return new DockerfileDocument
        {
            Reference = image.Reference,
            From = isPulled ? image.Base : "scratch",
            Blobs = [.. image.Layers.Where(layer => !(isPulled && layer.Name == "base")).Select(layer => $"blobs/sha256/{layer.Digest.Hex}")],
            Labels =
            [
                Label("modelpipeline.bundle.digest", request.Bundle.Digest.ToString()),
                Label("modelpipeline.model", request.Bundle.Manifest.Name),
                Label("org.opencontainers.image.description", request.Description),
                Label("org.opencontainers.image.title", request.Bundle.Manifest.Name),
            ],
            Bundle = request.Bundle.Digest.ToString(),
        };
    }

    private static string Label(string name, string value) => $"\"{name}\"={Quoted(value)}";

    /// <summary>A text that a Dockerfile takes as it is: on one line, its quotes, backslashes and dollar signs escaped.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (rune.Value is '"' or '\\' or '$')
                quoted.Append('\\');
            quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
