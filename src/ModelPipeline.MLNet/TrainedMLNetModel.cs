using Microsoft.ML;
using ModelPipeline.MLNet.Persistence;
using ModelPipeline.MLNet.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>A model of Microsoft.ML that was just trained.</summary>
internal sealed class TrainedMLNetModel(MLContext context, ITransformer transformer, TrainingRequest request) : ITrainedModel
{
    public IScorer Scorer { get; } = new MLNetScorer(transformer, request.Signature);

    public void Save(string folder) => ModelFiles.Write(context, transformer, request, folder);

    public void Dispose() => Scorer.Dispose();
}
