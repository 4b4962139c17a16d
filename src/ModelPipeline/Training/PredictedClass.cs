namespace ModelPipeline.Training;

/// <summary>The class that a row's outputs speak for.</summary>
public static class PredictedClass
{
    /// <summary>The probability from which a row counts as positive.</summary>
    public const double Threshold = 0.5;

    /// <summary>The class's index: of one output whether it reaches <see cref="Threshold"/>, of several the greatest, the first of equals.</summary>
    /// <param name="outputs">The outputs of one row of a classification.</param>
    public static int Of(ReadOnlySpan<double> outputs)
    {
        if (outputs.Length == 1)
            return outputs[0] >= Threshold ? 1 : 0;
        var best = 0;
        for (var i = 1; i < outputs.Length; i++)
            if (outputs[i] > outputs[best])
                best = i;
        return best;
    }
}
