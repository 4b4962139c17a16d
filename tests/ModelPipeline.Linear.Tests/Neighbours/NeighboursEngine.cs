using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Neighbours;

/// <summary>The k training rows that are most like a row answer for it: the engine that docs/engines.md walks through.</summary>
public sealed class NeighboursEngine : IModelEngine
{
    public string Name => "neighbours";

    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string> { ["Neighbours"] = "1.0.0" };

    public IReadOnlyList<TrainerDefinition> Trainers { get; } =
    [
        new("nearest-neighbours", Enum.GetValues<ModelTask>(),
        [
            new("k", ParameterKind.Integer, 5L, "How many training rows answer for a row.") { Minimum = 1, Maximum = 1000 },
        ]),
    ];

    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Faults(request).ToArray() is { Length: > 0 } faults)
            throw new TrainingException(string.Join(" ", faults));
        request.Parameters.Check(Trainers[0].Parameters);
        return new TrainedNeighbours(NeighboursModel.Of(request), request.Signature);
    }

    public IScorer Load(string folder, ModelSignature signature) => new NeighboursScorer(NeighboursModel.Read(folder, signature), signature);

    private IEnumerable<string> Faults(TrainingRequest request)
    {
        if (request.Trainer != Trainers[0].Name)
            yield return $"Engine '{Name}' has no trainer '{request.Trainer}': use '{Trainers[0].Name}'.";
        if (request.Signature.Inputs.Count == 0)
            yield return "There is no feature.";
        if (request.Features.Rows == 0)
            yield return "There is no training row.";
        if (request.Labels.Count != request.Features.Rows)
            yield return $"There are {request.Features.Rows} rows and {request.Labels.Count} labels.";
        if (request.Labels.Numbers.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
            yield return "A label is missing or not finite: remove its row.";
    }
}
