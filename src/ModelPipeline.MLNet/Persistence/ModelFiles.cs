using System.Text.Json;
using Microsoft.ML;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Persistence;

/// <summary>Writes and reads <c>model.zip</c>, which is Microsoft.ML's, and <c>mlnet.json</c>, which says what it was trained for and what its digest is.</summary>
internal static class ModelFiles
{
    public const string ModelName = "model.zip";
    public const string DocumentName = "mlnet.json";

    /// <summary>The greatest model that is read, in bytes.</summary>
    private const long MostBytes = 1L << 30;

    private const long MostDocumentBytes = 64L << 20;

    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(MLContext context, ITransformer transformer, TrainingRequest request, string folder)
    {
        var model = ModelZip.Write(context, transformer, request.Signature);
        var document = ModelDocument.Of(request, Digest.Of(model));
        File.WriteAllBytes(Path.Combine(folder, ModelName), model);
        using var stream = new FileStream(Path.Combine(folder, DocumentName), FileMode.Create, FileAccess.Write);
        JsonSerializer.Serialize(stream, document, ModelJsonContext.Default.ModelDocument);
        stream.WriteByte((byte)'\n');
    }

    /// <param name="context">What loads it.</param>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="signature">What the model reads and writes.</param>
    /// <param name="recipes">The names of the recipes that the program has.</param>
    /// <exception cref="InvalidDataException">A file is absent or damaged, or does not fit the signature.</exception>
    public static ITransformer Read(MLContext context, string folder, ModelSignature signature, IReadOnlyList<string> recipes)
    {
        var document = Document(Path.Combine(folder, DocumentName));
        string[] faults = [.. DocumentChecks.Faults(document, signature)];
        if (faults.Length > 0)
            throw new InvalidDataException($"'{Path.Combine(folder, DocumentName)}' does not fit: {string.Join("; ", faults)}.");

        var path = Path.Combine(folder, ModelName);
        var model = File.ReadAllBytes(Checked(path, MostBytes));
        if (Digest.Of(model).ToString() != document.Digest)
            throw new InvalidDataException($"'{path}' is not the model that {DocumentName} names: its digest is {Digest.Of(model)}, not {QuotedText.Escape(document.Digest)}.");
        return ModelZip.Read(context, model, signature, recipes.Contains(document.Trainer) ? null : document.Trainer);
    }

    private static ModelDocument Document(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Checked(path, MostDocumentBytes)), ModelJsonContext.Default.ModelDocument)
                ?? throw new InvalidDataException($"'{path}' holds nothing but 'null'.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"'{path}' is not the description of a model: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    private static string Checked(string path, long most)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidDataException($"'{path}' does not exist: the folder is not a model of engine 'mlnet'.");
        return file.Length <= most ? path : throw new InvalidDataException($"'{path}' has {file.Length} bytes, more than the {most} that are read.");
    }
}
