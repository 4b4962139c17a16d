using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Logistic regression by stochastic dual coordinate ascent.</summary>
internal sealed class SdcaLogisticRegression : IMLNetRecipe
{
    public string Name => "sdca-logistic-regression";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = SdcaParameters.Definitions(tolerance: 0.1);

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new SdcaLogisticRegressionBinaryTrainer.Options();
        SdcaParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.BinaryClassification.Trainers.SdcaLogisticRegression(options));
    }
}
