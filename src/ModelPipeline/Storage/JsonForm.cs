using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Storage;

/// <summary>The form of every JSON file that the pipeline writes: snake case, indented, LF, absent instead of null. Duplicates and nulls are refused.</summary>
internal static class JsonForm
{
    public static JsonSerializerOptions With(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        };
        foreach (var converter in converters)
            options.Converters.Add(converter);
        return options;
    }
}
