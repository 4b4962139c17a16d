using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Storage;

namespace ModelPipeline.Explanation;

/// <summary>The JSON form of an explanation: snake case, LF, one trailing line end, absent instead of null.</summary>
internal static class ExplanationJson
{
    private static readonly ExplanationJsonContext Context = new(JsonForm.With(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower)));

    public static byte[] Write(ModelExplanation explanation) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(explanation, Context.ModelExplanation), (byte)'\n'];
}
