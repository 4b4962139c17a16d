namespace ModelPipeline.Linear.Fitting;

/// <summary>The sums over one part of the rows.</summary>
internal sealed class PartialSums
{
    public double Value { get; set; }

    /// <summary>One a weight; empty until a gradient was asked for.</summary>
    public double[] Gradient { get; private set; } = [];

    /// <summary>A lower triangle for each pair of outputs; empty until a Hessian was asked for.</summary>
    public double[] Curvature { get; private set; } = [];

    public void Clear(int gradient, int curvature)
    {
        Value = 0;
        Gradient = Cleared(Gradient, gradient);
        Curvature = Cleared(Curvature, curvature);
    }

    private static double[] Cleared(double[] sums, int length)
    {
        if (sums.Length < length)
            return new double[length];
        Array.Clear(sums);
        return sums;
    }
}
