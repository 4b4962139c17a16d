using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Logistic regression by the limited-memory BFGS method.</summary>
internal sealed class LbfgsLogisticRegression : IMLNetRecipe
{
    public string Name => "lbfgs-logistic-regression";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = LbfgsParameters.Definitions;

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new LbfgsLogisticRegressionBinaryTrainer.Options();
        LbfgsParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.BinaryClassification.Trainers.LbfgsLogisticRegression(options));
    }
}
