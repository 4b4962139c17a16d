namespace ModelPipeline.Evaluation.Fairness;

/// <summary>The test rows that have one value of a column, and how they are predicted. Groups that are too small are shown and not compared.</summary>
/// <param name="Name">Which rows, for example <c>female=1</c>. Contains data: escape it.</param>
/// <param name="Selected">The rows predicted positive, of all.</param>
/// <param name="TruePositives">The rows predicted positive, of the positive ones.</param>
/// <param name="FalsePositives">The rows predicted positive, of the negative ones.</param>
internal sealed record FairnessGroup(string Name, Proportion Selected, Proportion TruePositives, Proportion FalsePositives)
{
    /// <summary>The fewest rows of a group that is compared.</summary>
    public const int FewestRows = 30;

    /// <summary>The fewest positive rows of a group whose true positive rate is compared; negative rows and false positive rate likewise.</summary>
    public const int FewestOfClass = 10;

    /// <summary>How many rows they are.</summary>
    public int Rows => Selected.Of;

    /// <summary>Whether the group has too few rows to be compared at all.</summary>
    public bool IsTooSmall => Rows < FewestRows;

    /// <summary>One of the shares.</summary>
    public Proportion Of(GroupRate rate) => rate switch
    {
        GroupRate.Selection => Selected,
        GroupRate.TruePositive => TruePositives,
        GroupRate.FalsePositive => FalsePositives,
        _ => throw new ArgumentOutOfRangeException(nameof(rate), rate, null),
    };

    /// <summary>Whether the group has enough rows to be compared by one of the shares.</summary>
    public bool IsCompared(GroupRate rate) => !IsTooSmall && (rate == GroupRate.Selection || Of(rate).Of >= FewestOfClass);
}
