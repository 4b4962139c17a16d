using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Storage;

namespace ModelPipeline.Evidence;

/// <summary>The JSON form of evidence: snake case, LF, one trailing line end, absent instead of null.</summary>
public static class EvidenceJson
{
    private static readonly EvidenceJsonContext Context = new(
        new JsonSerializerOptions(JsonForm.With(new DigestConverter(), new StatusConverter(), new MeasureConverter(), new UtcTimeConverter()))
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
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
