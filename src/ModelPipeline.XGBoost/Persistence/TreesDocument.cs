namespace ModelPipeline.XGBoost.Persistence;

/// <summary>The parts of the library's JSON that are checked before the library reads it; whatever else there is, is left out.</summary>
internal sealed record TreesDocument(TreesDocument.LearnerPart Learner)
{
    public sealed record LearnerPart(BoosterPart GradientBooster, SizesPart LearnerModelParam, ObjectivePart Objective);

    public sealed record SizesPart(string BaseScore, string NumClass, string NumFeature);

    public sealed record ObjectivePart(string Name);

    public sealed record BoosterPart(string Name, ModelPart Model);

    public sealed record ModelPart(CountsPart GbtreeModelParam, int[] TreeInfo, TreePart[] Trees);

    public sealed record CountsPart(string NumParallelTree, string NumTrees);

    public sealed record TreePart(
        int Id,
        int[] LeftChildren,
        int[] RightChildren,
        int[] Parents,
        int[] SplitIndices,
        float[] SplitConditions,
        int[] DefaultLeft,
        float[] BaseWeights,
        float[] SumHessian,
        float[] LossChanges,
        int[] SplitType,
        int[] CategoriesNodes,
        TreeSizePart TreeParam);

    public sealed record TreeSizePart(string NumNodes, string NumFeature);
}
