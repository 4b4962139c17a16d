namespace ModelPipeline.Specs;

/// <summary>What a model predicts.</summary>
public enum ModelTask
{
    /// <summary>The probability of the positive one of two classes. <c>binary-classification</c> in a spec.</summary>
    BinaryClassification,

    /// <summary>A probability for each of three or more classes. <c>multiclass-classification</c> in a spec.</summary>
    MulticlassClassification,

    /// <summary>A number. <c>regression</c> in a spec.</summary>
    Regression,
}
