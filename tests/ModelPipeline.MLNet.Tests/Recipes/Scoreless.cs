using Microsoft.ML;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests.Recipes;

/// <summary>A wrong recipe: its transformer has no score.</summary>
internal sealed class Scoreless : IMLNetRecipe
{
    public string Name => "scoreless";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification];

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label) =>
        MLNetFeatures.Estimator(context, request, standardise: false);
}
