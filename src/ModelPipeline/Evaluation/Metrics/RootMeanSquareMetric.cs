namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The root of the mean squared error.</summary>
internal sealed class RootMeanSquareMetric(double[] squaredErrors) : RowMetric
{
    private readonly MeanMetric _mean = new(squaredErrors);

    public override double Value(ReadOnlySpan<int> counts) => Math.Sqrt(_mean.Value(counts));
}
