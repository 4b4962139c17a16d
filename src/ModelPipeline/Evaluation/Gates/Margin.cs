namespace ModelPipeline.Evaluation.Gates;

/// <summary>What the candidate's gain over the champion must reach.</summary>
/// <param name="Check">The name of the check.</param>
/// <param name="Gain">The least gain, in the metric's unit; negative where a regression is allowed.</param>
/// <param name="Words">What it is called, for example <c>the allowed regression 0.0100</c>.</param>
internal sealed record Margin(string Check, double Gain, string Words)
{
    /// <summary>What is said where the gain is wholly on the right side.</summary>
    public string Met => $"wholly {(IsImprovement ? "at or above" : "within")} {Words}";

    /// <summary>What is said where the gain is wholly on the wrong side.</summary>
    public string Missed => $"wholly {(IsImprovement ? "short of" : "beyond")} {Words}";

    private bool IsImprovement { get; init; }

    /// <summary>The candidate may be worse by as much.</summary>
    public static Margin MaxRegression(string metric, double margin) =>
        new(GateNames.MaxRegression(metric), 0 - margin, $"the allowed regression {MetricText.Of(margin)}");

    /// <summary>The candidate must be better by as much.</summary>
    public static Margin MinImprovement(string metric, double margin) =>
        new(GateNames.MinImprovement(metric), margin, $"the needed improvement {MetricText.Of(margin)}") { IsImprovement = true };

    /// <summary>The limit of the difference candidate less champion: the least, or the greatest where less is better.</summary>
    public double LimitOf(MetricDefinition metric) => metric.GreaterIsBetter ? Gain : 0 - Gain;
}
