using ModelPipeline.Training;

namespace ModelPipeline.Linear.Preprocessing;

/// <summary>Standardises the numbers that a regression predicts, so that its solver sees the same scale whatever their unit.</summary>
/// <param name="Mean">Their mean; 0 for classes.</param>
/// <param name="Scale">Their population standard deviation; 1 for classes and where it would be 0.</param>
internal sealed record TargetScale(double Mean, double Scale)
{
    /// <exception cref="TrainingException">The numbers are too great.</exception>
    public static TargetScale Of(Labels labels)
    {
        if (labels.Numbers.IsEmpty)
            return new(0, 1);
        var scale = NumericEncoding.Fit(new("label", labels.Numbers.ToArray()));
        return new(scale.Mean, scale.Scale);
    }

    public double[] Standardised(ReadOnlySpan<double> numbers)
    {
        var standardised = new double[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            standardised[i] = (numbers[i] - Mean) / Scale;
        return standardised;
    }
}
