namespace ModelPipeline.Linear.Fitting;

/// <summary>Where a solver stopped.</summary>
/// <param name="Point">The weights.</param>
/// <param name="Converged">Whether they are as good as was asked for.</param>
/// <param name="Iterations">How many iterations it took.</param>
internal sealed record Minimum(double[] Point, bool Converged, int Iterations);
