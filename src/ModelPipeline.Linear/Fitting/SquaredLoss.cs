namespace ModelPipeline.Linear.Fitting;

/// <summary>Half the squared difference from the target.</summary>
/// <param name="targets">One number a row, of mean 0.</param>
internal sealed class SquaredLoss(double[] targets) : ILoss
{
    public int Outputs => 1;

    public double[] Start => [0];

    public double Evaluate(int row, ReadOnlySpan<double> scores, Span<double> slopes, Span<double> curvatures)
    {
        var difference = scores[0] - targets[row];
        slopes[0] = difference;
        curvatures.Fill(1);
        return 0.5 * difference * difference;
    }
}
