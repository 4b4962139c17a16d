using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Neighbours;

internal sealed class TrainedNeighbours(NeighboursModel model, ModelSignature signature) : ITrainedModel
{
    public IScorer Scorer { get; } = new NeighboursScorer(model, signature);

    public void Save(string folder) => model.Write(folder);

    public void Dispose() => Scorer.Dispose();
}
