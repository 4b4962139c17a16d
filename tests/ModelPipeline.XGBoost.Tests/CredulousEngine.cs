using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;
using ModelPipeline.XGBoost.Persistence;
using ModelPipeline.XGBoost.Scoring;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>Hands the library whatever is in the file, as the engine would if it looked at nothing before.</summary>
internal sealed class CredulousEngine : IModelEngine
{
    public string Name => "credulous";

    public IReadOnlyDictionary<string, string> Versions => new Dictionary<string, string>();

    public IReadOnlyList<TrainerDefinition> Trainers => [];

    public bool MayAbort => true;

    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public IScorer Load(string folder, ModelSignature signature)
    {
        new XGBoostEngine().Require();
        var trees = File.ReadAllBytes(Path.Combine(folder, XGBoostModelFile.TreesFileName));
        return new XGBoostScorer(new XGBoostModel([.. signature.Inputs.Select(input => new NumericEncoding(input.Name))], 0, 1, trees), signature);
    }
}
