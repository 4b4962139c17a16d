using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

/// <summary>An engine whose models score by the name of their folder, so that a test has several at once.</summary>
internal sealed class FolderEngine : IModelEngine
{
    public string Name { get; init; } = "fake";

    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>();

    public IReadOnlyList<TrainerDefinition> Trainers => [];

    /// <summary>By the folder's name, what its model says of one row's <c>x</c>.</summary>
    public Dictionary<string, Func<double, double>> Models { get; } = [];

    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public IScorer Load(string folder, ModelSignature signature) => new FakeScorer(signature, Models[Path.GetFileName(folder)]);
}
