using ModelPipeline.Training;
using ModelPipeline.XGBoost.Persistence;
using ModelPipeline.XGBoost.Scoring;

namespace ModelPipeline.XGBoost;

/// <summary>A model that was just trained.</summary>
internal sealed class TrainedXGBoostModel(XGBoostModel model, ModelSignature signature, string libraryVersion) : ITrainedModel
{
    public IScorer Scorer { get; } = new XGBoostScorer(model, signature);

    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string> { ["libxgboost"] = libraryVersion };

    public void Save(string folder) => XGBoostModelFile.Write(model, signature, folder);

    public void Dispose() => Scorer.Dispose();
}
