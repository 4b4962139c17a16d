namespace ModelPipeline.Benchmarking.Trainings;

/// <summary>What trainings took, in nanoseconds of processor time of all threads; of wall time where the system does not say, or a program trains.</summary>
/// <param name="Candidate">The candidate's recipe, round by round.</param>
/// <param name="Champion">The champion's.</param>
/// <param name="Control">The champion's once more.</param>
internal sealed record TrainingTimes(IReadOnlyList<double> Candidate, IReadOnlyList<double> Champion, IReadOnlyList<double> Control)
{
    /// <summary>The ratios, one a round.</summary>
    public RepeatedRatios Ratios => new(LogRatios(Candidate), LogRatios(Control));

    private double[] LogRatios(IReadOnlyList<double> tested) => [.. tested.Zip(Champion, (one, other) => Math.Log(one / other))];
}
