namespace ModelPipeline.Statistics;

/// <summary>
/// The difference of two models' areas under the ROC curve on the same rows.
/// Source: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44, 1988.
/// </summary>
internal static class PairedDeLong
{
    /// <summary>
    /// The 95% normal interval of the first area less the second. Its variance is that of the components' differences, which equals
    /// <c>a.Variance + b.Variance - 2 * a.Covariance(b)</c> but is never negative: models that rank the rows alike get an interval of width zero.
    /// </summary>
    /// <param name="a">The first area.</param>
    /// <param name="b">The second area, of the same rows.</param>
    /// <returns>Undefined where a class has one row only.</returns>
    /// <exception cref="ArgumentException">The areas are of other numbers of positive or negative rows.</exception>
    public static Interval Of(DeLongComponents a, DeLongComponents b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.V10.Count != b.V10.Count || a.V01.Count != b.V01.Count)
            throw new ArgumentException("The two areas are of different rows.", nameof(b));
        var difference = new DeLongComponents(a.Auc - b.Auc, Differences(a.V10, b.V10), Differences(a.V01, b.V01));
        return Interval.Normal(difference.Auc, difference.Variance);
    }

    private static double[] Differences(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var differences = new double[a.Count];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = a[i] - b[i];
        return differences;
    }
}
