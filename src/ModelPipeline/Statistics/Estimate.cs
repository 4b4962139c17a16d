namespace ModelPipeline.Statistics;

/// <summary>A value with its confidence interval.</summary>
/// <param name="Value">The point estimate; <see cref="double.NaN"/> where it is undefined.</param>
/// <param name="Low">The lower bound at 95%; <see cref="double.NaN"/> where it is undefined.</param>
/// <param name="High">The upper bound at 95%; <see cref="double.NaN"/> where it is undefined.</param>
internal readonly record struct Estimate(double Value, double Low, double High);
