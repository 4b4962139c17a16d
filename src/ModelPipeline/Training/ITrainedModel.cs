using System.Collections.ObjectModel;

namespace ModelPipeline.Training;

/// <summary>A model that was just trained.</summary>
public interface ITrainedModel : IDisposable
{
    /// <summary>Scores rows with it.</summary>
    IScorer Scorer { get; }

    /// <summary>The versions of libraries that only this training knows, by name; the engine's own are not among them.</summary>
    /// <value>Default: none.</value>
    IReadOnlyDictionary<string, string> Versions => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Writes the engine's files, and nothing that does not determine predictions: no time, no path, no host.</summary>
    /// <param name="folder">An existing folder, for its files alone.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    void Save(string folder);
}
