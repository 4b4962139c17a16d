using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Specs;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Runs;

/// <summary>One model in one run of the pipeline. Its data are read at most once, and only if a step asks for them.</summary>
public sealed class ModelRun
{
    private readonly Lazy<DataFingerprint> _fingerprint;
    private readonly Lazy<DataFingerprint?> _reference;
    private readonly Lazy<Digest> _recipe;
    private readonly BaselineBundle? _baseline;
    private RunData? _data;

    /// <summary>Makes the run of a model.</summary>
    /// <param name="spec">Its spec.</param>
    /// <param name="engines">The engines that are there; the champion may be of another one than the candidate.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="tool">The program that runs.</param>
    /// <param name="champion">The newest released version; <see langword="null"/> before the first release.</param>
    /// <param name="baseline">What the candidate is compared with; <see langword="null"/> for nothing.</param>
    public ModelRun(
        ModelSpec spec, EngineCatalog engines, RunOptions options, ToolIdentity tool, ReleasedVersion? champion, BaselineBundle? baseline)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(options);
        Spec = spec;
        Engines = engines;
        Engine = engines[spec.Train.Engine];
        Options = options;
        Tool = tool;
        Champion = champion is null ? null : BaselineBundle.Of(champion).Identity;
        IsChampionsRecipe = champion?.Challenger == spec.Challenger?.Name;
        _baseline = baseline;
        Workspace = ModelWorkspace.Of(spec, options.Workspace);
        _fingerprint = new Lazy<DataFingerprint>(() => DataFingerprint.Of(spec.Data, spec.Folder, options.Data));
        _recipe = new Lazy<Digest>(() => RecipeDigest.Of(spec, Engine));
        _reference = new Lazy<DataFingerprint?>(() => spec.Reference is { } data ? DataFingerprint.Of(data, spec.Folder, null) : null);
    }

    /// <summary>The model's spec.</summary>
    public ModelSpec Spec { get; }

    /// <summary>The engines that are there.</summary>
    public EngineCatalog Engines { get; }

    /// <summary>What trains the candidate and scores with it.</summary>
    public IModelEngine Engine { get; }

    /// <summary>What was asked for.</summary>
    public RunOptions Options { get; }

    /// <summary>The program that runs.</summary>
    public ToolIdentity Tool { get; }

    /// <summary>The champion, which a release is judged against; <see langword="null"/> before the first release.</summary>
    public Baseline? Champion { get; }

    /// <summary>Whether the champion came from the file that is run: it then stands for the model. Before the first release that is <c>model.yaml</c>.</summary>
    internal bool IsChampionsRecipe { get; }

    /// <summary>What this run compares the candidate with, by default the champion; <see langword="null"/> for nothing.</summary>
    public Baseline? Baseline => _baseline?.Identity;

    /// <summary>Where the run writes.</summary>
    public ModelWorkspace Workspace { get; }

    /// <summary>The model's folder in version control, with slashes, for example <c>models/churn</c>.</summary>
    public string RepositoryFolder => Path.GetRelativePath(Path.GetFullPath(Options.Repository), Path.GetFullPath(Spec.Folder)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The digest of the data files.</summary>
    /// <exception cref="InputException">They cannot be read.</exception>
    public Digest DataDigest => _fingerprint.Value.Digest ?? throw new InputException(_fingerprint.Value.Fault!);

    /// <summary>The digest of the files of <c>differential.data</c>; <see langword="null"/> where the spec names none.</summary>
    /// <exception cref="InputException">They cannot be read.</exception>
    public Digest? ReferenceDigest => _reference.Value is { Fault: { } fault } ? throw new InputException($"differential.data: {fault}") : _reference.Value?.Digest;

    /// <summary>The digest of the spec and of the files that its recipe reads.</summary>
    /// <exception cref="IOException">A file of the recipe cannot be read.</exception>
    internal Digest SpecDigest => _recipe.Value;

    /// <summary>What the steps read.</summary>
    public EvidenceInputs Inputs => new() { Data = _fingerprint.Value.Digest, Reference = _reference.Value?.Digest, Spec = SpecDigest, Tool = Tool.Digest };

    /// <summary>Whether evidence is of this model, its present inputs and its present baseline.</summary>
    /// <param name="evidence">A step's evidence.</param>
    public bool IsCurrent(StepEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Model == Spec.Name && evidence.Inputs == Inputs && evidence.Baseline == Baseline;
    }

    /// <summary>The data, read when they are first asked for.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">They are at fault.</exception>
    public RunData ReadData(CancellationToken cancellation)
    {
        if (_data is not null)
            return _data;
        var expected = DataDigest;
        var data = RunData.Read(Spec, Options.Data, cancellation);
        if (data.Rows.Dataset.Digest != expected)
            throw new InputException("The data changed while the run was going on: run it again.");
        return _data = data;
    }

    /// <summary>Takes rows in place of those in the data files: for trials with changed data.</summary>
    internal void Use(RunData data) => _data = data;

    /// <summary>Opens the bundle that Train left.</summary>
    /// <exception cref="InputException">There is none, or it was changed since.</exception>
    public ModelBundle OpenCandidate()
    {
        var bundle = ModelBundle.Open(Workspace.Bundle);
        return bundle.Digest == CandidateDigest
            ? bundle
            : throw new InputException($"The bundle in '{Workspace.Bundle}' is not the one that Train left: run the target Train.");
    }

    /// <summary>The digest of the bundle that Train left; <see langword="null"/> before Train.</summary>
    /// <exception cref="InvalidDataException">The evidence of Train cannot be read.</exception>
    public Digest? CandidateDigest => Workspace.Evidence.Read(StepNames.Train)?.Candidate;

    /// <summary>Whether the bundle to compare with is kept beside the repository, and not fetched yet.</summary>
    /// <exception cref="InvalidDataException">The release cannot be read.</exception>
    public bool LacksBaseline => _baseline?.IsElsewhere(Workspace.Baseline) ?? false;

    /// <summary>Fetches the bundle to compare with, where it is too large for version control.</summary>
    /// <param name="artifacts">Where the bytes of releases are kept, by their tags.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">What is kept is not the bundle that was released.</exception>
    /// <exception cref="IOException">It is not kept there, or cannot be read.</exception>
    public Task FetchBaselineAsync(Func<string, IArtifactStore> artifacts, CancellationToken cancellation) =>
        _baseline?.FetchAsync(Workspace.Baseline, artifacts, cancellation) ?? Task.CompletedTask;

    /// <summary>Opens the bundle to compare with; <see langword="null"/> where there is nothing to compare with.</summary>
    /// <exception cref="InputException">It is not there, or not the one that was released.</exception>
    public ModelBundle? OpenBaseline() => _baseline?.Open(Workspace.Baseline);
}
