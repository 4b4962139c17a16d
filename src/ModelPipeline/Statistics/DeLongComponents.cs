namespace ModelPipeline.Statistics;

/// <summary>
/// An area under the ROC curve with its structural components. Two of them over the same rows give the variance of the difference of
/// two models' areas: <c>a.Variance + b.Variance - 2 * a.Covariance(b)</c>.
/// </summary>
internal sealed class DeLongComponents
{
    internal DeLongComponents(double auc, double[] v10, double[] v01)
    {
        Auc = auc;
        V10 = v10;
        V01 = v01;
    }

    /// <summary>The area under the ROC curve, 0 to 1.</summary>
    public double Auc { get; }

    /// <summary>For each positive row, in row order, the share of negative rows that score less; ties count one half.</summary>
    public IReadOnlyList<double> V10 { get; }

    /// <summary>For each negative row, in row order, the share of positive rows that score more; ties count one half.</summary>
    public IReadOnlyList<double> V01 { get; }

    /// <summary>The area's variance; <see cref="double.NaN"/> where a class has one row only.</summary>
    public double Variance => Covariance(this);

    /// <summary>The covariance of this area with that of another model on the same rows; <see cref="double.NaN"/> where a class has one row only.</summary>
    /// <param name="other">The other model's components.</param>
    /// <exception cref="ArgumentException">The other has another number of positive or negative rows.</exception>
    public double Covariance(DeLongComponents other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.V10.Count != V10.Count || other.V01.Count != V01.Count)
            throw new ArgumentException("The two areas are of different rows.", nameof(other));
        return Covariance(V10, Auc, other.V10, other.Auc) / V10.Count + Covariance(V01, Auc, other.V01, other.Auc) / V01.Count;
    }

    /// <summary>The 95% normal interval of the area, clipped to 0 to 1; undefined where a class has one row only.</summary>
    public Interval Interval() => Statistics.Interval.Normal(Auc, Variance).Within(0, 1);

    private static double Covariance(IReadOnlyList<double> a, double meanOfA, IReadOnlyList<double> b, double meanOfB)
    {
        if (a.Count < 2)
            return double.NaN;
        var sum = new CompensatedSum();
        for (var i = 0; i < a.Count; i++)
            sum.Add((a[i] - meanOfA) * (b[i] - meanOfB));
        return sum.Value / (a.Count - 1);
    }
}
