using Microsoft.ML.Trainers.FastTree;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Trainers;

/// <summary>The parameters of the trainers of decision trees.</summary>
internal static class TreeParameters
{
    /// <param name="featureShare">The default of <c>feature_share</c>.</param>
    public static IReadOnlyList<ParameterDefinition> Definitions(double featureShare) =>
    [
        new("trees", ParameterKind.Integer, 100L, "How many trees.") { Minimum = 1, Maximum = 100_000 },
        new("leaves", ParameterKind.Integer, 20L, "The most leaves of a tree.") { Minimum = 2, Maximum = 100_000 },
        new("min_examples_per_leaf", ParameterKind.Integer, 10L, "The fewest training rows of a leaf.") { Minimum = 1, Maximum = int.MaxValue },
        new("max_bins", ParameterKind.Integer, 255L, "How many intervals a feature's values are sorted into.") { Minimum = 2, Maximum = 65_535 },
        new("feature_share", ParameterKind.Number, featureShare, "The share of the features that each tree is shown.") { Minimum = 0.01, Maximum = 1 },
    ];

    /// <summary>Options with what these trainers share.</summary>
    public static TOptions Of<TOptions>(TrainingRequest request, string label)
        where TOptions : TreeOptions, new()
    {
        var (parameters, seed) = (request.Parameters, MLNetTraining.SeedOf(request.Seed));
        return new()
        {
            LabelColumnName = label,
            FeatureColumnName = MLNetFeatures.Column,
            NumberOfTrees = (int)parameters.Integer("trees"),
            NumberOfLeaves = (int)parameters.Integer("leaves"),
            MinimumExampleCountPerLeaf = (int)parameters.Integer("min_examples_per_leaf"),
            MaximumBinCountPerFeature = (int)parameters.Integer("max_bins"),
            FeatureFraction = parameters.Number("feature_share"),
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfThreads = 1,
        };
    }
}
