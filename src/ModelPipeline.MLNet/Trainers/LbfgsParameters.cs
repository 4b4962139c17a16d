using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>The parameters of the trainers by the limited-memory BFGS method.</summary>
internal static class LbfgsParameters
{
    public static IReadOnlyList<ParameterDefinition> Definitions { get; } =
    [
        new("l1", ParameterKind.Number, 1.0, "The penalty on the weights' absolute values, beside the sum of the losses.") { Minimum = 0, Maximum = 1e12 },
        new("l2", ParameterKind.Number, 1.0, "The penalty on half of the squared weights, beside the sum of the losses.") { Minimum = 0, Maximum = 1e12 },
        new("tolerance", ParameterKind.Number, 1e-7, "The solver stops where a step improves the objective by less than this share.") { Minimum = 1e-12, Maximum = 1 },
        new("max_iterations", ParameterKind.Integer, 1000L, "The most steps of the solver.") { Minimum = 1, Maximum = int.MaxValue },
        new("history_size", ParameterKind.Integer, 20L, "How many past steps the solver estimates the curvature from.") { Minimum = 1, Maximum = 1000 },
    ];

    /// <summary>Fills in the options that these trainers share.</summary>
    public static void Fill<TOptions, TTransformer, TModel>(LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase options, TrainingRequest request, string label)
        where TOptions : LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        options.LabelColumnName = label;
        options.FeatureColumnName = MLNetFeatures.Column;
        options.L1Regularization = (float)request.Parameters.Number("l1");
        options.L2Regularization = (float)request.Parameters.Number("l2");
        options.OptimizationTolerance = (float)request.Parameters.Number("tolerance");
        options.MaximumNumberOfIterations = (int)request.Parameters.Integer("max_iterations");
        options.HistorySize = (int)request.Parameters.Integer("history_size");
        options.NumberOfThreads = 1;
    }
}
