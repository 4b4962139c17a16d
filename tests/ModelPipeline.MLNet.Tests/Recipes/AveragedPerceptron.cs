using Microsoft.ML;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests.Recipes;

/// <summary>A user's recipe of Microsoft.ML's own parts, with a parameter.</summary>
internal sealed class AveragedPerceptron : IMLNetRecipe
{
    public string Name => "averaged-perceptron";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        new("iterations", ParameterKind.Integer, 10L, "How many passes over the rows.") { Minimum = 1 },
    ];

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label) =>
        MLNetFeatures.Estimator(context, request, standardise: true)
            .Append(context.BinaryClassification.Trainers.AveragedPerceptron(label, MLNetFeatures.Column, numberOfIterations: (int)request.Parameters.Integer("iterations")))
            .Append(context.BinaryClassification.Calibrators.Platt(label));
}
