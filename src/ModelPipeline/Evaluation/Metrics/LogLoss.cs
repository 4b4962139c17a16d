namespace ModelPipeline.Evaluation.Metrics;

/// <summary>
/// The negative natural logarithm of the probability given to what came true. Probabilities are first moved to at least 2.2e-16 and at most 1 - 2.2e-16,
/// then divided by the sum of the row, as scikit-learn 1.2 does.
/// </summary>
internal static class LogLoss
{
    private static readonly double Least = Math.BitIncrement(1.0) - 1;

    /// <summary>The loss of one row of a binary task.</summary>
    public static double OfBinary(double probability, bool positive)
    {
        var clipped = Clip(probability);
        return -Math.Log((positive ? clipped : 1 - clipped) / (1 - clipped + clipped));
    }

    /// <summary>The loss of one row of a multiclass task.</summary>
    public static double OfClass(ReadOnlySpan<double> probabilities, int label)
    {
        var sum = 0.0;
        foreach (var probability in probabilities)
            sum += Clip(probability);
        return -Math.Log(Clip(probabilities[label]) / sum);
    }

    private static double Clip(double probability) => Math.Clamp(probability, Least, 1 - Least);
}
