using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry;

/// <summary>The JSON form of <c>release.json</c>: snake case, LF, one trailing line end.</summary>
internal static class ReleaseJson
{
    private static readonly ReleaseJsonContext Context = new(JsonForm.With(new DigestConverter(), new UtcTimeConverter()));

    /// <exception cref="InvalidDataException">It is none, or not of this format.</exception>
    public static ReleaseDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, Context.ReleaseDocument) ?? throw new InvalidDataException("release.json is empty");
            return document.Schema == ReleaseCatalog.Format ? Ordinal(document) : throw new InvalidDataException($"release.json has the schema {QuotedText.Of(document.Schema)}, expected '{ReleaseCatalog.Format}'");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"release.json cannot be read: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    /// <summary>With names in the order that they are written in, whatever the culture.</summary>
    private static ReleaseDocument Ordinal(ReleaseDocument document) => document with
    {
        Files = new(document.Files, StringComparer.Ordinal),
        Artifacts = document.Artifacts is { } artifacts ? new(artifacts, StringComparer.Ordinal) : null,
    };

    public static byte[] Write(ReleaseDocument document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Context.ReleaseDocument), (byte)'\n'];
}
