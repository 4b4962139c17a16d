using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>Writes and reads a model: <c>xgboost.json</c> says how rows are encoded, <c>xgboost-model.json</c> is the library's file.</summary>
internal static class XGBoostModelFile
{
    public const string FileName = "xgboost.json";
    public const string TreesFileName = "xgboost-model.json";

    /// <summary>The greatest file that is read, in bytes.</summary>
    private const long MostBytes = 1L << 30;

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(XGBoostModel model, ModelSignature signature, string folder)
    {
        var document = new XGBoostDocument(
            XGBoostDocument.FormatName,
            XGBoostDocument.CurrentVersion,
            TaskName(signature.Task),
            signature.Classes,
            model.Base,
            model.Rounds,
            [.. model.Encodings.Select(FeatureDocument.Of)]);
        using (var stream = new FileStream(Path.Combine(folder, FileName), FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, document, XGBoostJsonContext.Default.XGBoostDocument);
            stream.WriteByte((byte)'\n');
        }

        using var trees = new FileStream(Path.Combine(folder, TreesFileName), FileMode.Create, FileAccess.Write);
        trees.Write(model.Trees.Span);
    }

    /// <exception cref="InvalidDataException">There is no such file, or it is damaged, or does not fit the signature.</exception>
    public static XGBoostModel Read(string folder, ModelSignature signature)
    {
        var document = Parse(Existing(folder, FileName));
        Refuse(folder, FileName, DocumentChecks.Faults(document, signature));
        var model = new XGBoostModel(
            [.. document.Features.Select(feature => feature.ToEncoding())], document.Base, document.Rounds, File.ReadAllBytes(Existing(folder, TreesFileName)));
        Refuse(folder, TreesFileName, TreeChecks.Faults(model, signature));
        return model;
    }

    internal static string TaskName(ModelTask task) => task switch
    {
        ModelTask.BinaryClassification => "binary-classification",
        ModelTask.MulticlassClassification => "multiclass-classification",
        ModelTask.Regression => "regression",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    private static void Refuse(string folder, string name, IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        if (all.Length > 0)
            throw new InvalidDataException($"'{Path.Combine(folder, name)}' is not a model that can be scored: {string.Join("; ", all)}.");
    }

    private static string Existing(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists)
            throw new InvalidDataException($"'{file.FullName}' does not exist: the folder is not a model of engine 'xgboost'.");
        return file.Length <= MostBytes
            ? file.FullName
            : throw new InvalidDataException($"'{file.FullName}' has {file.Length} bytes, more than the {MostBytes} that a model may have.");
    }

    private static XGBoostDocument Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, XGBoostJsonContext.Default.XGBoostDocument)
                ?? throw new InvalidDataException($"'{path}' holds no model but 'null'.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{path}' is not the JSON of engine 'xgboost': {QuotedText.Escape(error.Message, 200)}", error);
        }
    }
}
