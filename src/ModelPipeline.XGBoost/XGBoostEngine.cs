using System.Reflection;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Boosting;
using ModelPipeline.XGBoost.Native;
using ModelPipeline.XGBoost.Persistence;
using ModelPipeline.XGBoost.Scoring;

namespace ModelPipeline.XGBoost;

/// <summary>Gradient boosted trees by XGBoost, through the C API of libxgboost (1.7 to 3.x), for all three tasks.</summary>
/// <remarks>
/// <para>
/// The library is loaded when a model is trained or loaded, not before: the file that the environment variable <c>XGBOOST_LIBRARY</c> names, or
/// <c>libxgboost.so.0</c>, <c>libxgboost.so</c> or <c>xgboost</c> of the system.
/// </para>
/// <para>
/// Values are in single precision. A missing number, and a category that is missing, was not seen in training or is beyond <c>max_categories</c>, is a missing
/// value to the trees: each split sends it to the side that was better for the missing values of the training rows.
/// </para>
/// <para>A model has the same bytes on every run, whatever the culture and the number of processors.</para>
/// </remarks>
/// <param name="library">The library's file; <see langword="null"/> to look for it by name.</param>
public sealed class XGBoostEngine(string? library) : IModelEngine
{
    private LibraryVersion? _version;

    /// <summary>Makes the engine with the library that the environment variable <c>XGBOOST_LIBRARY</c> names.</summary>
    public XGBoostEngine()
        : this(Environment.GetEnvironmentVariable(XGBoostLibrary.Variable) is { Length: > 0 } path ? path : null)
    {
    }

    /// <inheritdoc/>
    public string Name => "xgboost";

    /// <summary>The version of the engine; that of the library is known when a model was trained.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>
    {
        ["ModelPipeline.XGBoost"] = typeof(XGBoostEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
    };

    /// <inheritdoc/>
    public IReadOnlyList<TrainerDefinition> Trainers => XGBoostTrainers.All;

    /// <summary>The library's file where one is named, otherwise the name that it is looked for by first.</summary>
    public IReadOnlyList<string> NativeLibraries => [library is null ? XGBoostLibrary.Names[0] : Path.GetFullPath(library)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Variables { get; } = [XGBoostLibrary.Variable];

    /// <inheritdoc/>
    public bool MayAbort => true;

    /// <summary>How many threads training uses.</summary>
    /// <value>Default: as many as the size of the data says.</value>
    internal int? Threads { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InputException">The library is not there, or none that the engine works with.</exception>
    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var version = Require();
        var model = new XGBoostTraining(request, Threads).Run(cancellation);
        return new TrainedXGBoostModel(model, request.Signature, version.ToString());
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The library is not there, or none that the engine works with.</exception>
    public IScorer Load(string folder, ModelSignature signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(signature);
        Require();
        return new XGBoostScorer(XGBoostModelFile.Read(folder, signature), signature);
    }

    /// <summary>Loads the library where it is not loaded yet.</summary>
    /// <exception cref="InputException">It is not there, or none that the engine works with.</exception>
    internal LibraryVersion Require() => _version ??= XGBoostLibrary.Load(library);
}
