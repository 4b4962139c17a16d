using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>Judges whether a request can be trained on.</summary>
internal static class RequestChecks
{
    /// <exception cref="TrainingException">It cannot; the message lists every reason.</exception>
    public static void Check(TrainingRequest request, XGBoostParameters parameters)
    {
        string[] faults = [.. RowFaults(request), .. ParameterFaults(request, parameters)];
        if (faults.Length > 0)
            throw new TrainingException(string.Join(" ", faults));
    }

    private static IEnumerable<string> RowFaults(TrainingRequest request)
    {
        var (task, labels) = (request.Signature.Task, request.Labels);
        if (request.Trainer != XGBoostTrainers.GradientBoosting)
            yield return $"Engine 'xgboost' has no trainer {QuotedText.Of(request.Trainer)}: use '{XGBoostTrainers.GradientBoosting}'.";
        if (request.Signature.Inputs.Count == 0)
            yield return "There is no feature: the data need a column beside the label, the key and the ignored ones.";
        if (request.Features.Rows == 0)
            yield return "There is no training row.";
        if (labels.Count != request.Features.Rows)
            yield return $"There are {request.Features.Rows} rows and {labels.Count} labels.";
        if (task == ModelTask.Regression)
        {
            if (labels.Numbers.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
                yield return "A label is missing or not finite: remove its row.";
        }
        else if (Absent(labels) is { Length: > 0 } absent)
        {
            yield return $"No training row has the label {string.Join(" or ", absent.Select(QuotedText.Of))}: add rows of it, or split the data by method 'stratified'.";
        }
    }

    private static IEnumerable<string> ParameterFaults(TrainingRequest request, XGBoostParameters parameters)
    {
        var (task, inputs) = (request.Signature.Task, request.Signature.Inputs);
        if (task != ModelTask.Regression && parameters.AbsoluteErrors)
            yield return $"Parameter 'objective' is for regression alone: leave '{XGBoostParameters.AbsoluteError}' out.";
        if (task == ModelTask.Regression && (parameters.BalanceClasses || parameters.ClassWeights.Count > 0))
            yield return "Parameters 'balance_classes' and 'class_weights' are for classification alone: leave them out.";
        foreach (var name in parameters.ClassWeights.Keys.Except(request.Labels.Classes, StringComparer.Ordinal).Where(_ => task != ModelTask.Regression))
            yield return $"Parameter 'class_weights' names the class {QuotedText.Of(name)}; the label has {string.Join(", ", request.Labels.Classes.Take(20).Select(QuotedText.Of))}.";
        if (task == ModelTask.MulticlassClassification && parameters.Monotone.Count > 0)
            yield return "Parameter 'monotone' is not for multiclass tasks: leave it out.";
        foreach (var name in parameters.Monotone.Keys.Where(name => inputs.All(input => input.Name != name || input.Type != ColumnType.Numeric)))
            yield return $"Parameter 'monotone' names {QuotedText.Of(name)}, which is no numeric feature.";
    }

    private static string[] Absent(Labels labels)
    {
        var present = new bool[labels.Classes.Count];
        foreach (var code in labels.Codes)
            present[code] = true;
        return [.. labels.Classes.Where((_, code) => !present[code])];
    }
}
