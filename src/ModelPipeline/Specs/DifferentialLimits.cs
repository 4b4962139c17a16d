namespace ModelPipeline.Specs;

/// <summary>Limits on what may differ between candidate and champion. One that is not set follows from the champion's noise floor.</summary>
public sealed record DifferentialLimits
{
    /// <summary>The greatest share of rows with an output that changed by more than the tolerance, 0 to 1.</summary>
    public double? ChangedRows { get; init; }

    /// <summary>The greatest share of rows whose predicted class changed, 0 to 1; classification only.</summary>
    public double? LabelFlips { get; init; }

    /// <summary>The greatest share of rows that the champion has right and the candidate wrong, 0 to 1; classification only.</summary>
    public double? NegativeFlips { get; init; }

    /// <summary>The greatest change of an output's mean; for regression in units of the label's standard deviation in the champion's training.</summary>
    public double? MeanShift { get; init; }

    /// <summary>How many features that the champion relies on may mean nothing to the candidate.</summary>
    /// <value>Default: 0.</value>
    public int LostFeatures { get; init; }

    /// <summary>
    /// How far the training labels may be from the champion's: of classes the population stability index, of numbers the distance of the means in standard
    /// deviations.
    /// </summary>
    /// <value>Default: of classes 0.1 and what chance explains; of numbers 0.3162, at which two normal distributions have an index of 0.1.</value>
    public double? LabelShift { get; init; }

    /// <summary>The least number of training rows, as a share of the champion's.</summary>
    /// <value>Default: 0.9.</value>
    public double TrainingRows { get; init; } = 0.9;
}
