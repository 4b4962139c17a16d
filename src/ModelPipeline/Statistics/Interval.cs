namespace ModelPipeline.Statistics;

/// <summary>A two-sided 95% confidence interval.</summary>
/// <param name="Low">The lower bound; <see cref="double.NaN"/> where it is undefined.</param>
/// <param name="High">The upper bound; <see cref="double.NaN"/> where it is undefined.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>The interval that could not be computed: both bounds are <see cref="double.NaN"/>.</summary>
    public static Interval Undefined { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether it could be computed.</summary>
    public bool IsDefined => !double.IsNaN(Low) && !double.IsNaN(High);

    /// <summary>The normal interval: the value and 1.96 standard errors to each side.</summary>
    /// <param name="value">The point estimate.</param>
    /// <param name="variance">The estimate's variance; <see cref="double.NaN"/> gives an undefined interval.</param>
    public static Interval Normal(double value, double variance)
    {
        var margin = NormalDistribution.TwoSided95 * Math.Sqrt(variance);
        return new(value - margin, value + margin);
    }

    /// <summary>The part that lies between two possible values; an undefined interval stays undefined.</summary>
    /// <param name="minimum">The least possible value.</param>
    /// <param name="maximum">The greatest possible value.</param>
    public Interval Within(double minimum, double maximum) =>
        new(Math.Clamp(Low, minimum, maximum), Math.Clamp(High, minimum, maximum));

    /// <summary>The interval, widened where needed to contain a value; an undefined interval stays undefined.</summary>
    /// <param name="value">The value to contain.</param>
    public Interval Including(double value) => new(Math.Min(Low, value), Math.Max(High, value));
}
