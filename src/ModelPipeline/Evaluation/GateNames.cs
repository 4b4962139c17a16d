namespace ModelPipeline.Evaluation;

/// <summary>The names of the checks that judge a metric's gate.</summary>
internal static class GateNames
{
    /// <summary>The check of the least value.</summary>
    public static string Threshold(string metric) => $"{metric}.threshold";

    /// <summary>The check against the champion: not much worse.</summary>
    public static string MaxRegression(string metric) => $"{metric}.max_regression";

    /// <summary>The check against the champion: better.</summary>
    public static string MinImprovement(string metric) => $"{metric}.min_improvement";
}
