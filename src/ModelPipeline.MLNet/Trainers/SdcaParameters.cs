using Microsoft.ML;
using Microsoft.ML.Trainers;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>The parameters of the trainers by stochastic dual coordinate ascent.</summary>
internal static class SdcaParameters
{
    /// <param name="tolerance">The default of <c>tolerance</c>.</param>
    public static IReadOnlyList<ParameterDefinition> Definitions(double tolerance) =>
    [
        new("l1", ParameterKind.Number, null, "The penalty on the weights' absolute values; by default the trainer chooses it by the rows.") { Minimum = 0, Maximum = 1e12 },
        new("l2", ParameterKind.Number, null, "The penalty on the squared weights; by default the trainer chooses it by the rows.") { Minimum = 1e-12, Maximum = 1e12 },
        new("tolerance", ParameterKind.Number, tolerance, "The trainer stops where the gap between the dual and the primal loss is less than this share of it.") { Minimum = 1e-12, Maximum = 1 },
        new("max_iterations", ParameterKind.Integer, null, "The most passes over the rows; by default the trainer chooses it by the rows.") { Minimum = 1, Maximum = int.MaxValue },
    ];

    /// <summary>Fills in the options that these trainers share.</summary>
    public static void Fill<TOptions, TTransformer, TModel>(SdcaTrainerBase<TOptions, TTransformer, TModel>.OptionsBase options, TrainingRequest request, string label)
        where TOptions : SdcaTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        var parameters = request.Parameters;
        options.LabelColumnName = label;
        options.FeatureColumnName = MLNetFeatures.Column;
        options.L1Regularization = parameters.Has("l1") ? (float)parameters.Number("l1") : null;
        options.L2Regularization = parameters.Has("l2") ? (float)parameters.Number("l2") : null;
        options.ConvergenceTolerance = (float)parameters.Number("tolerance");
        options.MaximumNumberOfIterations = parameters.Has("max_iterations") ? (int)parameters.Integer("max_iterations") : null;
        options.NumberOfThreads = 1;
    }
}
