using ModelPipeline.Data;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>What the model of a bundle says of rows that are not its own.</summary>
/// <param name="Inputs">The rows as the model reads them; <see langword="null"/> where it cannot.</param>
/// <param name="Scores">What it says of them; <see langword="null"/> where it cannot score them, or predicts something else.</param>
/// <param name="Faults">Why it cannot, a sentence a cause. They contain data, escaped for messages.</param>
internal sealed record BundleScores(Table? Inputs, Scores? Scores, IReadOnlyList<string> Faults)
{
    /// <summary>Scores rows with a bundle's model.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="engines">The engines that are there.</param>
    /// <param name="task">What the rows' labels are for.</param>
    /// <param name="rows">The rows, with every column of the data.</param>
    /// <param name="labels">Their true answers.</param>
    /// <param name="cancellation">Stops the scoring.</param>
    /// <exception cref="InvalidDataException">The engine cannot load the bundle.</exception>
    public static BundleScores Of(ModelBundle bundle, EngineCatalog engines, Specs.ModelTask task, Table rows, Labels labels, CancellationToken cancellation)
    {
        var signature = bundle.Manifest.Signature;
        var (inputs, unreadable) = SignatureRows.Of(signature, rows);
        string[] faults = [.. FaultsOf(bundle.Manifest, engines, task, labels), .. unreadable];
        if (faults.Length > 0)
            return new(inputs, null, faults);
        using var scorer = engines.Load(bundle, cancellation);
        return new(inputs, scorer.Score(inputs!, cancellation), []);
    }

    private static IEnumerable<string> FaultsOf(BundleManifest manifest, EngineCatalog engines, Specs.ModelTask task, Labels labels)
    {
        var signature = manifest.Signature;
        if (!engines.Has(manifest.Engine))
            yield return $"its engine {QuotedText.Of(manifest.Engine)} is not in this build";
        if (signature.Task != task)
            yield return $"its task is {Words.Of(signature.Task)}, that of the spec is {Words.Of(task)}";
        else if (!signature.Classes.SequenceEqual(labels.Classes))
            yield return $"its classes are {Shown.Values([.. signature.Classes])}, those of the data are {Shown.Values([.. labels.Classes])}";
    }
}
