using ModelPipeline.Linear.Persistence;
using ModelPipeline.Linear.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Linear;

/// <summary>A linear model that was just trained.</summary>
internal sealed class TrainedLinearModel(LinearModel model, ModelSignature signature) : ITrainedModel
{
    public IScorer Scorer { get; } = new LinearScorer(model, signature);

    public void Save(string folder) => LinearModelFile.Write(model, signature, folder);

    public void Dispose() => Scorer.Dispose();
}
