using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Fairness;

/// <summary>How many of some rows have a property.</summary>
/// <param name="Count">The rows that have it.</param>
/// <param name="Of">All of the rows.</param>
internal readonly record struct Proportion(int Count, int Of)
{
    /// <summary>The share, 0 to 1; <see cref="double.NaN"/> of no rows.</summary>
    public double Share => (double)Count / Of;

    /// <summary>The 95% interval of the share; undefined of no rows.</summary>
    public Interval Interval => WilsonInterval.Of(Count, Of);
}
