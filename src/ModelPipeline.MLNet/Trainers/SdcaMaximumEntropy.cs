using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Multinomial regression by stochastic dual coordinate ascent.</summary>
internal sealed class SdcaMaximumEntropy : IMLNetRecipe
{
    public string Name => "sdca-maximum-entropy";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.MulticlassClassification];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = SdcaParameters.Definitions(tolerance: 0.1);

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options();
        SdcaParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(options));
    }
}
