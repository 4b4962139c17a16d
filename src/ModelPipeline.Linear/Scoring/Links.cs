namespace ModelPipeline.Linear.Scoring;

/// <summary>Turns scores into probabilities without overflow.</summary>
internal static class Links
{
    /// <summary><c>1 / (1 + exp(−score))</c>.</summary>
    public static double Sigmoid(double score)
    {
        var small = Math.Exp(-Math.Abs(score));
        return (score >= 0 ? 1 : small) / (1 + small);
    }

    /// <summary>Replaces scores by <c>exp(score) / Σ exp(score)</c>.</summary>
    /// <returns>The logarithm of the sum of the scores' exponentials.</returns>
    public static double Softmax(Span<double> scores)
    {
        var greatest = double.NegativeInfinity;
        foreach (var score in scores)
            greatest = Math.Max(greatest, score);

        var sum = 0.0;
        foreach (ref var score in scores)
        {
            score = Math.Exp(score - greatest);
            sum += score;
        }

        foreach (ref var score in scores)
            score /= sum;
        return greatest + Math.Log(sum);
    }

    /// <summary><c>log(1 + value)</c>, exact to a few units in the last place also for small values (Goldberg, What every computer scientist should know, theorem 4).</summary>
    public static double LogOnePlus(double value)
    {
        var sum = 1 + value;
        return sum == 1 ? value : Math.Log(sum) * value / (sum - 1);
    }
}
