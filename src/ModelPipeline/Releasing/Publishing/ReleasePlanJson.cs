using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>The JSON form of <c>release-plan.json</c>.</summary>
internal static class ReleasePlanJson
{
    /// <summary>The file's name in the model's workspace.</summary>
    public const string FileName = "release-plan.json";

    private static readonly ReleasePlanJsonContext Context = new(JsonForm.With(new DigestConverter()));

    public static byte[] Write(ReleasePlan plan) => [.. JsonSerializer.SerializeToUtf8Bytes(plan, Context.ReleasePlan), (byte)'\n'];
}
