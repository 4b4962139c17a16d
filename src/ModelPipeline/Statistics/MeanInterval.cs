namespace ModelPipeline.Statistics;

/// <summary>The normal interval of a mean of independent values (central limit theorem).</summary>
internal static class MeanInterval
{
    /// <summary>The 95% interval: the mean and 1.96 standard errors to each side; undefined for fewer than two values, and where their variance overflows.</summary>
    /// <param name="values">The values.</param>
    public static Interval Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            return Interval.Undefined;
        var mean = CompensatedSum.Of(values) / values.Length;
        var squares = new CompensatedSum();
        foreach (var value in values)
            squares.Add((value - mean) * (value - mean));
        var variance = squares.Value / (values.Length - 1.0) / values.Length;
        return double.IsFinite(variance) ? Interval.Normal(mean, variance) : Interval.Undefined;
    }
}
