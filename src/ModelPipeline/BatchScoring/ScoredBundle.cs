using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.BatchScoring;

/// <summary>Finds the bundle that rows are scored with.</summary>
public static class ScoredBundle
{
    /// <summary>Opens the bundle that <c>--candidate</c> names, else the released version of <c>--baseline</c>, else the champion.</summary>
    /// <param name="run">The model and what was asked for.</param>
    /// <exception cref="InputException">There is none, or it is not one of this model.</exception>
    public static ModelBundle Open(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var bundle = run.Options.Candidate is { } folder
            ? ModelBundle.Open(folder, "Name another bundle with --candidate")
            : run.OpenBaseline() ?? throw new InputException(
                $"{run.Spec.Name} has no released version to score with: name a bundle with --candidate, such as --candidate={run.Workspace.Bundle} after the target Train, or a released version with --baseline");
        return bundle.Manifest.Name == run.Spec.Name
            ? bundle
            : throw new InputException($"The bundle in '{bundle.Folder}' is of the model {QuotedText.Of(bundle.Manifest.Name)}, not of {run.Spec.Name}: name another one with --candidate.");
    }

    /// <summary>Loads a bundle's scorer.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="engines">The engines that are there.</param>
    /// <exception cref="InputException">Its engine is not there, or cannot load it.</exception>
    public static IScorer Load(ModelBundle bundle, EngineCatalog engines)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(engines);
        try
        {
            return engines.Load(bundle);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The bundle in '{bundle.Folder}' cannot be loaded: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Name another one.", fault);
        }
    }
}
