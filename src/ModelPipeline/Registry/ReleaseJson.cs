using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Registry;

/// <summary>The JSON form of <c>release.json</c>: snake case, LF, one trailing line end.</summary>
internal static class ReleaseJson
{
    private static readonly ReleaseJsonContext Context = new(JsonForm.With(new DigestConverter(), new UtcTimeConverter()));

    public static byte[] Write(ReleaseDocument document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Context.ReleaseDocument), (byte)'\n'];
}
