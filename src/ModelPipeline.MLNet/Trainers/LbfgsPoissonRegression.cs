using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Poisson regression by the limited-memory BFGS method; for labels that are not negative.</summary>
internal sealed class LbfgsPoissonRegression : IMLNetRecipe
{
    public string Name => "lbfgs-poisson-regression";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.Regression];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = LbfgsParameters.Definitions;

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var options = new LbfgsPoissonRegressionTrainer.Options();
        LbfgsParameters.Fill(options, request, label);
        return MLNetFeatures.Estimator(context, request, standardise: true)
            .AppendCacheCheckpoint(context)
            .Append(context.Regression.Trainers.LbfgsPoissonRegression(options));
    }
}
