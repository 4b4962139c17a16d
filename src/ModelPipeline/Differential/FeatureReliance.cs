namespace ModelPipeline.Differential;

/// <summary>How much the two models' answers depend on a feature that the champion reads.</summary>
/// <param name="Feature">The column's header.</param>
/// <param name="Champion">The champion's sensitivity, in the unit of differences.</param>
/// <param name="Candidate">The candidate's sensitivity; <see langword="null"/> where it does not read the feature.</param>
internal sealed record FeatureReliance(string Feature, double Champion, double? Candidate)
{
    /// <summary>From which sensitivity on a model relies on a feature.</summary>
    public const double Least = 0.01;

    /// <summary>Below which share of the champion's sensitivity a feature means nothing to the candidate.</summary>
    public const double LeastShare = 0.2;

    /// <summary>Whether the champion relies on it.</summary>
    public bool IsRelied => Champion >= Least;

    /// <summary>Whether the champion relies on it and it means nothing to the candidate.</summary>
    public bool IsLost => IsRelied && !(Candidate >= LeastShare * Champion);
}
