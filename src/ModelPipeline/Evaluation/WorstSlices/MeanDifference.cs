using MathNet.Numerics.Distributions;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>
/// How much greater the mean loss of some rows is than that of others, by Welch's test. Source: B. L. Welch, Biometrika 34, 1947.
/// </summary>
/// <remarks>
/// Both sides have the larger one of their two variances. With its own, thirty rows that happen to lose nearly the same would look certain to differ from
/// the rest however small the difference is.
/// </remarks>
internal readonly record struct MeanDifference
{
    private readonly double _standardError;
    private readonly double _freedom;

    private MeanDifference(double value, double standardError, double freedom)
    {
        Value = value;
        _standardError = standardError;
        _freedom = freedom;
    }

    /// <summary>The first mean less the second; <see cref="double.NaN"/> where a side has fewer than two rows.</summary>
    public double Value { get; }

    /// <summary>The 95% interval of the difference.</summary>
    public Interval Interval
    {
        get
        {
            var margin = StudentT.InvCDF(0, 1, _freedom, 0.975) * _standardError;
            return new(Value - margin, Value + margin);
        }
    }

    /// <summary>The probability of a difference at least as great where there is none (one-sided); 1 where the first mean is not the greater one.</summary>
    public double P => Value > 0 ? StudentT.CDF(0, 1, _freedom, -Value / _standardError) : 1;

    /// <summary>Compares two disjoint sets of rows.</summary>
    public static MeanDifference Of(Moments rows, Moments others)
    {
        if (rows.Count < 2 || others.Count < 2)
            return new(double.NaN, double.NaN, double.NaN);
        var (share, otherShare) = (1.0 / rows.Count, 1.0 / others.Count);
        var variance = Math.Max(rows.Variance, others.Variance);
        var freedom = Math.Pow(share + otherShare, 2) / (share * share / (rows.Count - 1) + otherShare * otherShare / (others.Count - 1));
        return new(rows.Mean - others.Mean, Math.Sqrt(variance * (share + otherShare)), freedom);
    }
}
