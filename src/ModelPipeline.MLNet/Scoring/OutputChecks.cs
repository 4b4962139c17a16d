using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Scoring;

/// <summary>Finds what keeps a transformer from giving a signature's outputs.</summary>
internal static class OutputChecks
{
    /// <summary>The fault, a clause of a sentence; <see langword="null"/> where there is none.</summary>
    public static string? Fault(ITransformer transformer, ModelSignature signature)
    {
        var name = ScoringLane.OutputName(signature.Task);
        if (!transformer.IsRowToRowMapper)
            return "it does not map row to row";
        if (transformer.GetOutputSchema(TableSchema.Of(signature)).GetColumnOrNull(name) is not { } output)
            return $"it has no output '{name}'";
        return IsScore(output.Type, signature) ? null : $"its output '{name}' is {output.Type}";
    }

    private static bool IsScore(DataViewType type, ModelSignature signature) => signature.Task == ModelTask.MulticlassClassification
        ? type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single && vector.Size == signature.Classes.Count
        : type == NumberDataViewType.Single;
}
