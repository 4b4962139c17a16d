using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The model that the service answers with.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Scorer">Scores rows; safe to use from several threads.</param>
internal sealed record ServedModel(ModelBundle Bundle, IScorer Scorer) : IDisposable
{
    /// <summary>Opens the bundle of a folder.</summary>
    /// <exception cref="InputException">There is none, or it cannot be loaded.</exception>
    public static ServedModel Open(string folder, EngineCatalog engines)
    {
        var bundle = ModelBundle.Open(folder);
        return new ServedModel(bundle, engines.Load(bundle));
    }

    public void Dispose() => Scorer.Dispose();
}
