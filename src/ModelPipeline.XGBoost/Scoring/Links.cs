namespace ModelPipeline.XGBoost.Scoring;

/// <summary>Turns sums of leaves into probabilities without overflow.</summary>
internal static class Links
{
    /// <summary><c>1 / (1 + exp(−margin))</c>.</summary>
    public static double Sigmoid(double margin)
    {
        var small = Math.Exp(-Math.Abs(margin));
        return (margin >= 0 ? 1 : small) / (1 + small);
    }

    /// <summary>Replaces margins by <c>exp(margin) / Σ exp(margin)</c>.</summary>
    public static void Softmax(Span<double> margins)
    {
        var greatest = double.NegativeInfinity;
        foreach (var margin in margins)
            greatest = Math.Max(greatest, margin);
        var sum = 0.0;
        foreach (ref var margin in margins)
        {
            margin = Math.Exp(margin - greatest);
            sum += margin;
        }

        foreach (ref var margin in margins)
            margin /= sum;
    }
}
