using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>Judges whether a request can be trained on.</summary>
internal static class TrainingRows
{
    /// <exception cref="TrainingException">It cannot; the message lists every reason.</exception>
    public static void Check(TrainingRequest request, IMLNetRecipe recipe)
    {
        string[] faults = [.. Faults(request, recipe)];
        if (faults.Length > 0)
            throw new TrainingException(string.Join(" ", faults));
    }

    private static IEnumerable<string> Faults(TrainingRequest request, IMLNetRecipe recipe)
    {
        var labels = request.Labels;
        if (!recipe.Tasks.Contains(request.Signature.Task))
            yield return $"Trainer '{recipe.Name}' of engine 'mlnet' does not do this task.";
        if (request.Signature.Inputs.Count == 0)
            yield return "There is no feature: the data need a column beside the label, the key and the ignored ones.";
        if (request.Features.Rows == 0)
            yield return "There is no training row.";
        if (labels.Count != request.Features.Rows)
            yield return $"There are {request.Features.Rows} rows and {labels.Count} labels.";
        if (request.Signature.Task == ModelTask.Regression)
        {
            if (labels.Numbers.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
                yield return "A label is missing, or not finite in 32 bits: remove its row, or use another unit.";
        }
        else if (Absent(labels) is { Length: > 0 } absent)
        {
            yield return $"No training row has the label {string.Join(" or ", absent.Select(QuotedText.Of))}: add rows of it, or split the data by method 'stratified'.";
        }
    }

    private static string[] Absent(Labels labels)
    {
        var present = new bool[labels.Classes.Count];
        foreach (var code in labels.Codes)
            present[code] = true;
        return [.. labels.Classes.Where((_, code) => !present[code])];
    }
}
