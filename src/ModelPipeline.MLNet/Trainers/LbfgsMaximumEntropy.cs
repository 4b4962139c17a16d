using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Multinomial regression by the limited-memory BFGS method.</summary>
internal sealed class LbfgsMaximumEntropy : IMLNetRecipe
{
    public string Name => "lbfgs-maximum-entropy";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.MulticlassClassification];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = LbfgsParameters.Definitions;

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options();
        LbfgsParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options));
    }
}
