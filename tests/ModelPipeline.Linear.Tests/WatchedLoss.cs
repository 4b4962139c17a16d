using ModelPipeline.Linear.Fitting;

namespace ModelPipeline.Linear.Tests;

/// <summary>A loss of 0 that counts what it is asked for.</summary>
internal sealed class WatchedLoss : ILoss
{
    public Action<int> OnRow { get; init; } = _ => { };

    public int Rows { get; private set; }

    public int Curvatures { get; private set; }

    public int Outputs => 1;

    public double[] Start => [0];

    public double Evaluate(int row, ReadOnlySpan<double> scores, Span<double> slopes, Span<double> curvatures)
    {
        OnRow(row);
        Rows++;
        Curvatures += curvatures.Length;
        return 0;
    }
}
