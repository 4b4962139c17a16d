namespace ModelPipeline.Specs;

/// <summary>How rows are divided into training and test rows.</summary>
public enum SplitMethod
{
    /// <summary>By the key's hash, the same share of every class. Classification only; its default.</summary>
    Stratified,

    /// <summary>By the key's hash. The default of regression.</summary>
    Random,

    /// <summary>The newest rows are the test rows; needs <c>data.time</c>.</summary>
    Time,

    /// <summary>By the hash of a column's value, so that no value is on both sides; needs <c>data.split.group</c>.</summary>
    Group,
}
