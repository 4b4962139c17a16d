using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>Gradient-boosted decision trees; of several classes one model each against the others, whose probabilities are brought to a sum of 1.</summary>
internal sealed class FastTree : IMLNetRecipe
{
    public string Name => "fast-tree";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.BinaryClassification, ModelTask.MulticlassClassification, ModelTask.Regression];

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        .. TreeParameters.Definitions(featureShare: 1),
        new("learning_rate", ParameterKind.Number, 0.2, "By how much of its answer each tree moves the model.") { Minimum = 1e-6, Maximum = 1 },
    ];

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label)
    {
        var features = MLNetFeatures.Estimator(context, request, standardise: false);
        return request.Signature.Task switch
        {
            ModelTask.BinaryClassification => features.Append(Binary(context, request, label)),
            ModelTask.MulticlassClassification => features.Append(context.MulticlassClassification.Trainers.OneVersusAll(Binary(context, request, label), label)),
            _ => features.Append(context.Regression.Trainers.FastTree(Options<FastTreeRegressionTrainer.Options>(request, label))),
        };
    }

    private static FastTreeBinaryTrainer Binary(MLContext context, TrainingRequest request, string label) =>
        context.BinaryClassification.Trainers.FastTree(Options<FastTreeBinaryTrainer.Options>(request, label));

    private static TOptions Options<TOptions>(TrainingRequest request, string label)
        where TOptions : BoostedTreeOptions, new()
    {
        var options = TreeParameters.Of<TOptions>(request, label);
        options.LearningRate = request.Parameters.Number("learning_rate");
        return options;
    }
}
