using ModelPipeline.Training;
using ModelPipeline.XGBoost.Persistence;
using ModelPipeline.XGBoost.Scoring;

namespace ModelPipeline.XGBoost;

/// <summary>A model that was just trained. The library loads it for scoring when it is first asked for a scorer.</summary>
internal sealed class TrainedXGBoostModel(XGBoostModel model, ModelSignature signature, string libraryVersion) : ITrainedModel
{
    private readonly Lazy<XGBoostScorer> _scorer = new(() => new XGBoostScorer(model, signature));
    private bool _isDisposed;

    public IScorer Scorer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _scorer.Value;
        }
    }

    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string> { ["libxgboost"] = libraryVersion };

    public void Save(string folder) => XGBoostModelFile.Write(model, signature, folder);

    public void Dispose()
    {
        _isDisposed = true;
        if (_scorer.IsValueCreated)
            _scorer.Value.Dispose();
    }
}
