namespace ModelPipeline.Training;

/// <summary>What can train and score a model.</summary>
public interface IModelEngine
{
    /// <summary>The name that a spec calls it by, for example <c>linear</c>.</summary>
    string Name { get; }

    /// <summary>The engine's own version and those of the libraries that determine its predictions, by name.</summary>
    IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>The algorithms that it offers, with their parameters.</summary>
    IReadOnlyList<TrainerDefinition> Trainers { get; }

    /// <summary>
    /// The native libraries that scoring loads; an image has to hold them. Each is a file name, for example <c>libgomp.so.1</c>, or, where the user named a file of this machine, its full path:
    /// in an image it has the name that it says of itself (SONAME).
    /// </summary>
    /// <value>Default: none.</value>
    IReadOnlyList<string> NativeLibraries => [];

    /// <summary>The environment variables that scoring reads, for example one that names a native library; a scoring service on this machine is given them.</summary>
    /// <value>Default: none.</value>
    IReadOnlyList<string> Variables => [];

    /// <summary>Whether scoring starts programs that an image from scratch does not have.</summary>
    /// <value>Default: it does not.</value>
    bool StartsPrograms => false;

    /// <summary>Whether a damaged model may end the process that loads it, as native code does: a model is loaded in a worker first, then.</summary>
    /// <value>Default: no.</value>
    bool MayAbort => false;

    /// <summary>By how much the score of a row may differ between processes and machines, in the output's unit.</summary>
    /// <value>Default: 0, bit for bit.</value>
    double ScoreTolerance => 0;

    /// <summary>The files that a recipe reads, beside the data: a program's. They are part of the recipe: where one changes, the model is trained again.</summary>
    /// <param name="parameters">The trainer's parameters.</param>
    /// <returns>Paths relative to <see cref="TrainingRequest.Folder"/>. Default: none.</returns>
    IReadOnlyList<string> Files(TrainerParameters parameters) => [];

    /// <summary>What is wrong with parameters that their definitions alone do not tell, such as two that do not fit together. It is judged where a spec is read: no file is looked at.</summary>
    /// <param name="trainer">The engine's algorithm.</param>
    /// <param name="parameters">Its parameters, every default filled in.</param>
    /// <returns>A sentence a fault, without a point, that names the parameter. Default: none.</returns>
    IEnumerable<string> Faults(string trainer, TrainerParameters parameters) => [];

    /// <summary>Trains a model. Equal requests give models that save as equal bytes.</summary>
    /// <param name="request">What to train, on which rows.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="TrainingException">The rows or parameters allow no model; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    ITrainedModel Train(TrainingRequest request, CancellationToken cancellation);

    /// <summary>Loads a model that <see cref="ITrainedModel.Save"/> wrote.</summary>
    /// <param name="folder">The folder of its files.</param>
    /// <param name="signature">What it reads and writes.</param>
    /// <exception cref="InvalidDataException">The files are not a model of this engine, or do not fit the signature.</exception>
    IScorer Load(string folder, ModelSignature signature);
}
