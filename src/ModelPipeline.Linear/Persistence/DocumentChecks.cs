using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Persistence;

/// <summary>Finds what keeps the contents of a <c>linear.json</c> from being scored.</summary>
internal static class DocumentChecks
{
    /// <summary>Every fault, each a clause of a sentence.</summary>
    public static IEnumerable<string> Faults(LinearModelDocument document, ModelSignature signature)
    {
        if (document.Format != LinearModelDocument.FormatName || document.Version != LinearModelDocument.CurrentVersion)
        {
            return [$"its format is '{document.Format}' version {document.Version}, expected '{LinearModelDocument.FormatName}' version {LinearModelDocument.CurrentVersion}"];
        }

        return [.. SignatureFaults(document, signature), .. FeatureFaults(document, signature), .. WeightFaults(document, signature)];
    }

    private static IEnumerable<string> SignatureFaults(LinearModelDocument document, ModelSignature signature)
    {
        var task = LinearModelFile.TaskName(signature.Task);
        if (document.Task != task)
            yield return $"its task is '{document.Task}', the signature's is '{task}'";
        if (document.Trainer != LinearTrainers.Of(signature.Task))
            yield return $"its trainer is '{document.Trainer}', that of the task is '{LinearTrainers.Of(signature.Task)}'";
        if (!document.Classes.SequenceEqual(signature.Classes, StringComparer.Ordinal))
            yield return $"its classes are [{string.Join(", ", document.Classes)}], the signature's are [{string.Join(", ", signature.Classes)}]";
    }

    private static IEnumerable<string> FeatureFaults(LinearModelDocument document, ModelSignature signature)
    {
        if (document.Features.Count != signature.Inputs.Count)
            yield return $"it has {document.Features.Count} features, the signature {signature.Inputs.Count}";
        foreach (var (feature, input) in document.Features.Zip(signature.Inputs))
        {
            foreach (var fault in FeatureFaults(feature, input))
                yield return fault;
        }
    }

    private static IEnumerable<string> FeatureFaults(FeatureDocument? feature, FeatureSignature input)
    {
        var type = feature is NumericFeatureDocument ? ColumnType.Numeric : ColumnType.Categorical;
        if (feature is null || feature.Name != input.Name || type != input.Type)
            yield return $"it has no {(input.Type == ColumnType.Numeric ? "numeric" : "categorical")} feature '{input.Name}' where the signature has it";
        else if (feature is NumericFeatureDocument numeric && !(double.IsFinite(numeric.Mean) && double.IsFinite(numeric.Scale) && numeric.Scale > 0))
            yield return $"feature '{input.Name}' has no finite mean and positive scale";
        else if (feature is CategoricalFeatureDocument categorical)
        {
            if (categorical.Categories.Distinct(StringComparer.Ordinal).Count() < categorical.Categories.Count)
                yield return $"feature '{input.Name}' has a category twice";
            if (categorical.Categories.Any(category => category is null))
                yield return $"feature '{input.Name}' has a category that is null";
            if (categorical.Categories.Except(input.Categories, StringComparer.Ordinal).FirstOrDefault() is { } strange)
                yield return $"feature '{input.Name}' has category '{strange}', which the signature lacks";
            if (categorical.Mode is null ? categorical.Categories.Count > 0 : !categorical.Categories.Contains(categorical.Mode, StringComparer.Ordinal))
                yield return $"the most frequent category of feature '{input.Name}' is not one of its categories";
        }
    }

    private static IEnumerable<string> WeightFaults(LinearModelDocument document, ModelSignature signature)
    {
        var functions = Math.Max(1, signature.Outputs.Count);
        if (document.Intercepts.Count != functions || document.Weights.Count != functions)
            yield return $"it has {document.Intercepts.Count} intercepts and {document.Weights.Count} lists of weights, expected {functions} of each";
        if (!document.Intercepts.All(double.IsFinite))
            yield return "an intercept is not finite";

        var columns = document.Features.Sum(feature => feature?.ToEncoding().Columns ?? 0);
        for (var i = 0; i < document.Weights.Count; i++)
        {
            if (document.Weights[i]?.Count != columns)
                yield return $"list {i + 1} has {document.Weights[i]?.Count ?? 0} weights, the features need {columns}";
            else if (!document.Weights[i].All(double.IsFinite))
                yield return $"a weight of list {i + 1} is not finite";
        }
    }
}
