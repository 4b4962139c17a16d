namespace ModelPipeline.Differential;

/// <summary>How much the two models' answers depend on a feature that the champion reads.</summary>
/// <param name="Feature">The column's header.</param>
/// <param name="Champion">The champion's sensitivity, in the unit of differences.</param>
/// <param name="Candidate">The candidate's sensitivity; <see langword="null"/> where it does not read the feature, or knows one value of it only.</param>
/// <param name="Effect">What became of the feature's effect on the champion's answers.</param>
internal sealed record FeatureReliance(string Feature, double Champion, double? Candidate, FeatureEffect Effect)
{
    /// <summary>From which sensitivity on a model relies on a feature.</summary>
    public const double Least = 0.01;

    private const double MuteShare = 0.2;

    /// <summary>Whether the champion relies on it.</summary>
    public bool IsRelied => Champion >= Least;

    /// <summary>Whether the champion relies on it and it means nothing, or the opposite, to the candidate.</summary>
    /// <remarks>A feature that still moves the candidate, though otherwise, counts from twice the least sensitivity on: the effects of weaker ones are chance in few rows.</remarks>
    public bool IsLost => IsRelied && (Candidate is null || Effect.IsLost && (HardlyMoves || Champion >= 2 * Least));

    /// <summary>Whether it is lost and hardly moves the candidate at all.</summary>
    public bool IsMute => IsLost && HardlyMoves;

    private bool HardlyMoves => !(Candidate >= MuteShare * Champion);
}
