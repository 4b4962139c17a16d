using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

/// <summary>An engine whose models score as a test says; the training's number, from 0, tells the candidate from its refits.</summary>
internal sealed class FakeEngine : IModelEngine
{
    private int _trainings;

    public string Name { get; init; } = "fake";

    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string> { ["Fake"] = "2.0" };

    public IReadOnlyList<TrainerDefinition> Trainers => [];

    public bool MayAbort { get; init; }

    public bool StartsPrograms { get; init; }

    public IReadOnlyList<string> NativeLibraries { get; init; } = [];

    /// <summary>The files that a recipe reads.</summary>
    public IReadOnlyList<string> RecipeFiles { get; init; } = [];

    /// <summary>What the model of a training says of one row's <c>x</c>.</summary>
    public Func<int, double, double> Scoring { get; set; } = (_, x) => 1 / (1 + x);

    /// <summary>What the model that was loaded from files says of one row's <c>x</c>.</summary>
    /// <value>Default: the same as the first training's.</value>
    public Func<double, double>? Loaded { get; set; }

    /// <summary>What the model of a folder says of one row's <c>x</c>.</summary>
    /// <value>Default: what <see cref="Loaded"/> says, of every folder.</value>
    public Func<string, double, double>? LoadedFrom { get; set; }

    /// <summary>Called before each training.</summary>
    public Action<int> Training { get; set; } = _ => { };

    /// <summary>Called before each loading.</summary>
    public Action Loading { get; set; } = () => { };

    /// <summary>What was asked for, in order.</summary>
    public List<TrainingRequest> Requests { get; } = [];

    public IReadOnlyList<string> Files(TrainerParameters parameters) => RecipeFiles;

    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        var number = _trainings++;
        Training(number);
        cancellation.ThrowIfCancellationRequested();
        Requests.Add(request);
        return new FakeModel(new FakeScorer(request.Signature, x => Scoring(number, x)));
    }

    public IScorer Load(string folder, ModelSignature signature)
    {
        Loading();
        return new FakeScorer(signature, LoadedFrom is { } from ? x => from(folder, x) : Loaded ?? (x => Scoring(0, x)));
    }
}
