using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.MLNet.Scoring;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Persistence;

/// <summary>The archive in which Microsoft.ML saves a transformer.</summary>
internal static class ModelZip
{
    /// <summary>The earliest time that an archive can hold: equal models have equal bytes.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(MLContext context, ITransformer transformer, ModelSignature signature)
    {
        using var saved = new MemoryStream();
        context.Model.Save(transformer, TableSchema.Of(signature), saved);
        using var written = new MemoryStream();
        using (var source = new ZipArchive(saved, ZipArchiveMode.Read))
        using (var target = new ZipArchive(written, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                Copy(entry, target);
        }

        return written.ToArray();
    }

    /// <param name="context">What loads it.</param>
    /// <param name="model">The archive, whose digest was verified.</param>
    /// <param name="signature">What the model reads and writes.</param>
    /// <param name="absent">The recipe that trained it, where the program does not have it.</param>
    /// <exception cref="InvalidDataException">It cannot be loaded, or does not fit the signature.</exception>
    public static ITransformer Read(MLContext context, byte[] model, ModelSignature signature, string? absent)
    {
        try
        {
            using var stream = new MemoryStream(model, writable: false);
            var transformer = context.Model.Load(stream, out var inputs);
            string[] faults = [.. Faults(transformer, inputs, signature)];
            return faults.Length == 0
                ? transformer
                : throw new InvalidDataException($"{ModelFiles.ModelName} does not fit the signature: {string.Join("; ", faults)}.");
        }
        catch (Exception fault) when (fault is not (InvalidDataException or OutOfMemoryException))
        {
            var hint = absent is null ? "" : $" It was trained by the recipe {QuotedText.Of(absent)}, which this program does not have: give it to the engine.";
            throw new InvalidDataException($"Microsoft.ML cannot load {ModelFiles.ModelName}: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}.{hint}", fault);
        }
    }

    private static IEnumerable<string> Faults(ITransformer transformer, DataViewSchema? inputs, ModelSignature signature)
    {
        var expected = TableSchema.Of(signature);
        if (inputs is null || !Described(inputs).SequenceEqual(Described(expected)))
            yield return "its inputs are others";
        else if (!transformer.IsRowToRowMapper)
            yield return "it does not map row to row";
        else if (transformer.GetOutputSchema(expected).GetColumnOrNull(ScoringLane.OutputName(signature.Task)) is not { } output)
            yield return $"it has no output '{ScoringLane.OutputName(signature.Task)}'";
        else if (!IsScore(output.Type, signature))
            yield return $"its output '{output.Name}' is {output.Type}";
    }

    private static bool IsScore(DataViewType type, ModelSignature signature) => signature.Task == ModelTask.MulticlassClassification
        ? type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single && vector.Size == signature.Classes.Count
        : type == NumberDataViewType.Single;

    private static IEnumerable<(string Name, DataViewType Type)> Described(DataViewSchema schema) => schema.Select(column => (column.Name, column.Type));

    private static void Copy(ZipArchiveEntry entry, ZipArchive target)
    {
        var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Time;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}
