using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Persistence;

/// <summary>Writes and reads <c>linear.json</c>: UTF-8 without a byte order mark, LF, each number as the shortest text that reads back as the same bits.</summary>
internal static class LinearModelFile
{
    public const string FileName = "linear.json";

    /// <summary>The greatest file that is read, in bytes.</summary>
    private const long MostBytes = 256L << 20;

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(LinearModel model, ModelSignature signature, string folder)
    {
        var document = new LinearModelDocument(
            LinearModelDocument.FormatName,
            LinearModelDocument.CurrentVersion,
            TaskName(signature.Task),
            model.Trainer,
            signature.Classes,
            [.. model.Encodings.Select(FeatureDocument.Of)],
            model.Intercepts,
            model.Weights);
        using var stream = new FileStream(Path.Combine(folder, FileName), FileMode.Create, FileAccess.Write);
        JsonSerializer.Serialize(stream, document, LinearJsonContext.Default.LinearModelDocument);
        stream.WriteByte((byte)'\n');
    }

    /// <exception cref="InvalidDataException">There is no such file, or it is damaged, or does not fit the signature.</exception>
    public static LinearModel Read(string folder, ModelSignature signature)
    {
        var path = Path.Combine(folder, FileName);
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidDataException($"'{path}' does not exist: the folder is not a model of engine 'linear'.");
        if (file.Length > MostBytes)
            throw new InvalidDataException($"'{path}' has {file.Length} bytes, more than the {MostBytes} that a linear model may have.");

        var document = Parse(path);
        string[] faults = [.. DocumentChecks.Faults(document, signature)];
        return faults.Length == 0
            ? new(document.Trainer, [.. document.Features.Select(feature => feature.ToEncoding())], document.Intercepts, document.Weights)
            : throw new InvalidDataException($"'{path}' is not a model that can be scored: {string.Join("; ", faults)}.");
    }

    internal static string TaskName(ModelTask task) => task switch
    {
        ModelTask.BinaryClassification => "binary-classification",
        ModelTask.MulticlassClassification => "multiclass-classification",
        ModelTask.Regression => "regression",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    private static LinearModelDocument Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, LinearJsonContext.Default.LinearModelDocument)
                ?? throw new InvalidDataException($"'{path}' holds no model but 'null'.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"'{path}' is not a linear model's JSON: {error.Message}", error);
        }
    }
}
