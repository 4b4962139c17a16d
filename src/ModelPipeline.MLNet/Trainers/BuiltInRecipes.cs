namespace ModelPipeline.MLNet.Trainers;

/// <summary>The trainers of Microsoft.ML that every engine has.</summary>
internal static class BuiltInRecipes
{
    public static IReadOnlyList<IMLNetRecipe> All { get; } =
    [
        new LbfgsLogisticRegression(),
        new SdcaLogisticRegression(),
        new LbfgsMaximumEntropy(),
        new SdcaMaximumEntropy(),
        new LbfgsPoissonRegression(),
        new SdcaRegression(),
        new FastTree(),
        new FastForest(),
    ];
}
