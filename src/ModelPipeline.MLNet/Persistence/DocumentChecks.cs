using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Persistence;

/// <summary>Finds what keeps the contents of a <c>mlnet.json</c> from being a signature's model.</summary>
internal static class DocumentChecks
{
    /// <summary>Every fault, each a clause of a sentence.</summary>
    public static IEnumerable<string> Faults(ModelDocument document, ModelSignature signature)
    {
        if (document.Format != ModelDocument.FormatName || document.Version != ModelDocument.CurrentVersion)
        {
            yield return $"its format is {QuotedText.Of(document.Format)} version {document.Version}, expected '{ModelDocument.FormatName}' version {ModelDocument.CurrentVersion}";
            yield break;
        }

        if (document.Task != signature.Task.ToString())
            yield return $"its task is {QuotedText.Of(document.Task)}, the signature's '{signature.Task}'";
        if (!document.Classes.SequenceEqual(signature.Classes, StringComparer.Ordinal))
            yield return $"its classes are {Listed(document.Classes)}, the signature's {Listed(signature.Classes)}";
        if (document.Features.Count != signature.Inputs.Count)
            yield return $"it has {document.Features.Count} features, the signature {signature.Inputs.Count}";
        foreach (var (feature, input) in document.Features.Zip(signature.Inputs))
            if (feature?.Fits(input) != true)
                yield return $"it lacks feature {QuotedText.Of(input.Name)} of the signature, or has it at another place, of another type or with other categories";
    }

    private static string Listed(IEnumerable<string> names) => $"[{string.Join(", ", names.Take(20).Select(name => QuotedText.Escape(name ?? "null")))}]";
}
