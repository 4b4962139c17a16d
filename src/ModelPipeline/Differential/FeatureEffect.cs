namespace ModelPipeline.Differential;

/// <summary>
/// What became of a feature's effect on the champion's answers: the change of each answer when the row gets the feature's value of another row.
/// docs/differential-test.md says how the limits were found.
/// </summary>
/// <param name="Followed">
/// How much of the effect the candidate shows when its own rows get the same values: the slope of its changes over the champion's. About 1 for the same effect, 0 for none, -1
/// for the opposite.
/// </param>
/// <param name="Missed">
/// How much of the effect is missing from the candidate's answers to the rows as they are: about 0 where other features carry it, as correlated ones do, 1 where nothing does,
/// 2 where it is reversed.
/// </param>
/// <param name="Explained">Which share of the squared differences between the two models' answers the missing effect explains, 0 to 1.</param>
internal readonly record struct FeatureEffect(double Followed, double Missed, double Explained)
{
    private const double LeastFollowed = 0.2;
    private const double Reversed = 0.5;
    private const double LeastMissed = 0.5;
    private const double MostMissed = 3;
    private const double LeastExplained = 0.1;

    /// <summary>Whether the candidate does not show the effect, nothing else carries it, and the answers differ for it.</summary>
    public bool IsLost => !(Followed >= LeastFollowed) && Missed is >= LeastMissed and <= MostMissed && Explained >= LeastExplained;

    /// <summary>Whether the candidate shows the opposite effect.</summary>
    public bool IsReversed => Followed <= -Reversed;

    /// <summary>Compares answers; all of the same rows and outputs.</summary>
    /// <param name="champion">The champion's answers.</param>
    /// <param name="permuted">The champion's answers to the rows with other values of the feature.</param>
    /// <param name="candidate">The candidate's answers.</param>
    /// <param name="candidatePermuted">The candidate's answers to the rows with the same other values; empty where it cannot score them.</param>
    public static FeatureEffect Of(ReadOnlySpan<double> champion, ReadOnlySpan<double> permuted, ReadOnlySpan<double> candidate, ReadOnlySpan<double> candidatePermuted)
    {
        var (effects, followed, missing, differences) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < champion.Length; i++)
        {
            var effect = champion[i] - permuted[i];
            var difference = candidate[i] - champion[i];
            effects += effect * effect;
            missing -= effect * difference;
            differences += difference * difference;
            if (candidatePermuted.Length > 0)
                followed += effect * (candidate[i] - candidatePermuted[i]);
        }

        // The values of other rows vary as much as the row's own: half of the squared effects is theirs.
        return new(followed / effects, 2 * missing / effects, missing * missing / effects / differences);
    }
}
