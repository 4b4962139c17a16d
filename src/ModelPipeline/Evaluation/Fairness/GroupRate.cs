namespace ModelPipeline.Evaluation.Fairness;

/// <summary>A share of a group's rows that groups are compared by.</summary>
internal enum GroupRate
{
    /// <summary>The rows predicted positive, of all rows.</summary>
    Selection,

    /// <summary>The rows predicted positive, of those that are positive.</summary>
    TruePositive,

    /// <summary>The rows predicted positive, of those that are negative.</summary>
    FalsePositive,
}
