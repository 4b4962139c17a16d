namespace ModelPipeline.Figures;

/// <summary>A ratio of candidate to champion with its interval.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ratio">The ratio; below 1 the candidate needs less. Not finite where it is undefined.</param>
/// <param name="Low">The lower bound of its interval; not finite where there is none.</param>
/// <param name="High">The upper bound of its interval; not finite where there is none.</param>
/// <param name="Limit">The greatest allowed ratio; not finite where there is none.</param>
internal sealed record RatioRow(string Name, double Ratio, double Low, double High, double Limit);
