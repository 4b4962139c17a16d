namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>What a mean and a variance need of some rows' losses. The losses are less the mean of all rows, so that little is lost to rounding.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="Sum">The sum of their losses.</param>
/// <param name="Squares">The sum of the squares of their losses.</param>
internal readonly record struct Moments(int Count, double Sum, double Squares)
{
    /// <summary>The mean; <see cref="double.NaN"/> without rows.</summary>
    public double Mean => Sum / Count;

    /// <summary>The unbiased variance; <see cref="double.NaN"/> for fewer than two rows.</summary>
    public double Variance => Count < 2 ? double.NaN : Math.Max(0, (Squares - Sum * Mean) / (Count - 1));

    /// <summary>Both rows together.</summary>
    public static Moments operator +(Moments left, Moments right) =>
        new(left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares);

    /// <summary>The rows that are left without some of them.</summary>
    public static Moments operator -(Moments all, Moments part) =>
        new(all.Count - part.Count, all.Sum - part.Sum, all.Squares - part.Squares);

    /// <summary>With one more row.</summary>
    public Moments With(double loss) => new(Count + 1, Sum + loss, Squares + loss * loss);
}
