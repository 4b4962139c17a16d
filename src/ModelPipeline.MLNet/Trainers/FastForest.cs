using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>
/// A random forest. Its scores of classes become probabilities by Platt's method, fitted to the training rows; of several classes one model
/// each against the others, whose probabilities are brought to a sum of 1.
/// </summary>
internal sealed class FastForest : IMLNetRecipe
{
    public string Name => "fast-forest";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification, ModelTask.MulticlassClassification, ModelTask.Regression];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } = TreeParameters.Definitions(featureShare: 0.7);

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var features = MLNetFeatures.Estimator(context, request, standardise: false);
        return request.Signature.Task switch
        {
            ModelTask.BinaryClassification => features.Append(Binary(context, request, label)).Append(context.BinaryClassification.Calibrators.Platt(label)),
            ModelTask.MulticlassClassification => features.Append(context.MulticlassClassification.Trainers.OneVersusAll(Binary(context, request, label), label)),
            _ => features.Append(context.Regression.Trainers.FastForest(TreeParameters.Of<FastForestRegressionTrainer.Options>(request, label))),
        };
    }

    private static FastForestBinaryTrainer Binary(MLContext context, TrainingRequest request, string label) =>
        context.BinaryClassification.Trainers.FastForest(TreeParameters.Of<FastForestBinaryTrainer.Options>(request, label));
}
