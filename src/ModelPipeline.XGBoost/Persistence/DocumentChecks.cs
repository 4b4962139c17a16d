using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>Finds what keeps the contents of an <c>xgboost.json</c> from being scored.</summary>
internal static class DocumentChecks
{
    private const int MostRounds = 100_000;

    /// <summary>Every fault, each a clause of a sentence.</summary>
    public static IEnumerable<string> Faults(XGBoostDocument document, ModelSignature signature) =>
        document.Format != XGBoostDocument.FormatName || document.Version != XGBoostDocument.CurrentVersion
            ? [$"its format is {QuotedText.Of(document.Format)} version {document.Version}, expected '{XGBoostDocument.FormatName}' version {XGBoostDocument.CurrentVersion}"]
            : [.. SignatureFaults(document, signature), .. FeatureFaults(document, signature)];

    private static IEnumerable<string> SignatureFaults(XGBoostDocument document, ModelSignature signature)
    {
        var task = XGBoostModelFile.TaskName(signature.Task);
        if (document.Task != task)
            yield return $"its task is {QuotedText.Of(document.Task)}, the signature's is '{task}'";
        if (!document.Classes.SequenceEqual(signature.Classes, StringComparer.Ordinal))
            yield return $"its classes are {Listed(document.Classes)}, the signature's are {Listed(signature.Classes)}";
        if (!double.IsFinite(document.Base) || (signature.Task != ModelTask.Regression && document.Base != 0))
            yield return "its base is no number that the task allows";
        if (document.Rounds is < 1 or > MostRounds)
            yield return $"it has {document.Rounds} rounds, expected 1 to {MostRounds}";
    }

    private static IEnumerable<string> FeatureFaults(XGBoostDocument document, ModelSignature signature)
    {
        if (document.Features.Count != signature.Inputs.Count)
            return [$"it has {document.Features.Count} features, the signature {signature.Inputs.Count}"];
        return document.Features.Zip(signature.Inputs).SelectMany(pair => FeatureFaults(pair.First, pair.Second));
    }

    private static IEnumerable<string> FeatureFaults(FeatureDocument? feature, FeatureSignature input)
    {
        var name = QuotedText.Of(input.Name);
        if (feature is null || feature.Name != input.Name || !Fits(feature.Encoding, input.Type))
            yield return $"it has no {(input.Type == ColumnType.Numeric ? "numeric" : "categorical")} feature {name} where the signature has it";
        else if (feature.Encoding == FeatureDocument.Number && feature.Categories.Count > 0)
            yield return $"the numeric feature {name} has categories";
        else if (feature.Categories.Any(category => category is null) || feature.Categories.Distinct(StringComparer.Ordinal).Count() < feature.Categories.Count)
            yield return $"feature {name} has a category twice, or one that is null";
        else if (feature.Categories.Except(input.Categories, StringComparer.Ordinal).FirstOrDefault() is { } strange)
            yield return $"feature {name} has category {QuotedText.Of(strange)}, which the signature lacks";
    }

    private static bool Fits(string encoding, ColumnType type) => type == ColumnType.Numeric
        ? encoding == FeatureDocument.Number
        : encoding is XGBoostParameters.OneHot or XGBoostParameters.Ordinal;

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names.Take(20).Select(name => QuotedText.Of(name ?? "null")).DefaultIfEmpty("none"));
}
