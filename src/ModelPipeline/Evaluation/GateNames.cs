namespace ModelPipeline.Evaluation;

/// <summary>The names of the checks that judge a metric's gate.</summary>
internal static class GateNames
{
    /// <summary>The check of <c>threshold</c>.</summary>
    public static string Threshold(string metric) => ThresholdGate.NameOf(metric);

    /// <summary>The check of <c>max_regression</c>.</summary>
    public static string MaxRegression(string metric) => $"{metric}.max_regression";

    /// <summary>The check of <c>min_improvement</c>.</summary>
    public static string MinImprovement(string metric) => $"{metric}.min_improvement";
}
