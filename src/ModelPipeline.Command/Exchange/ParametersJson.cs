using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Exchange;

/// <summary>The file that <c>{parameters}</c> names: what a program needs to know beside the rows.</summary>
internal static class ParametersJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="signature">What the model reads and writes.</param>
    /// <param name="label">The label's header.</param>
    /// <param name="values">The program's own parameters.</param>
    /// <param name="seed">The seed of everything random.</param>
    public static byte[] Write(ModelSignature signature, string label, IReadOnlyDictionary<string, object> values, long seed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("task", TaskName(signature.Task));
        json.WriteString("label", label);
        WriteTexts(json, "classes", signature.Classes);
        WriteTexts(json, "outputs", signature.Outputs);
        json.WriteStartArray("features");
        foreach (var input in signature.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("type", TypeName(input.Type));
            WriteTexts(json, "categories", input.Categories);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seed", seed);
        json.WritePropertyName("values");
        new TrainerParametersConverter().Write(json, new TrainerParameters(values), JsonSerializerOptions.Default);
        json.WriteEndObject();
        json.Flush();
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    public static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Numeric => "numeric",
        ColumnType.Categorical => "categorical",
        ColumnType.Time => "time",
        _ => "text",
    };

    private static string TaskName(ModelTask task) => task switch
    {
        ModelTask.BinaryClassification => "binary-classification",
        ModelTask.MulticlassClassification => "multiclass-classification",
        ModelTask.Regression => "regression",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
