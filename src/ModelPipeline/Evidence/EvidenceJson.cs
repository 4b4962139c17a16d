using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Evidence;

/// <summary>The JSON form of evidence: snake case, LF, one trailing line end, absent instead of null.</summary>
public static class EvidenceJson
{
    private static readonly EvidenceJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new DigestConverter(), new StatusConverter(), new MeasureConverter(), new UtcTimeConverter() },
    });

    /// <summary>The UTF-8 bytes of evidence.</summary>
    public static byte[] Write(StepEvidence evidence) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(evidence, Context.StepEvidence), (byte)'\n'];

    /// <summary>Reads evidence.</summary>
    /// <exception cref="JsonException">The bytes are no evidence.</exception>
    public static StepEvidence Read(ReadOnlySpan<byte> json)
    {
        var evidence = JsonSerializer.Deserialize(json, Context.StepEvidence) ?? throw new JsonException("It is empty.");
        if (evidence.Checks.Contains(null!) || evidence.Slices.Contains(null!) || evidence.Facts.Values.Contains(null!))
            throw new JsonException("A check, slice or fact is null.");
        return evidence;
    }
}
