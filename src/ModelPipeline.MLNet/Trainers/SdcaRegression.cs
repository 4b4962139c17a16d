using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Linear regression by stochastic dual coordinate ascent.</summary>
internal sealed class SdcaRegression : IMLNetRecipe
{
    public string Name => "sdca-regression";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.Regression];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = SdcaParameters.Definitions(tolerance: 0.01);

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new SdcaRegressionTrainer.Options();
        SdcaParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.Regression.Trainers.Sdca(options));
    }
}
