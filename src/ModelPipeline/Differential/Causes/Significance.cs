namespace ModelPipeline.Differential.Causes;

/// <summary>
/// Whether two trainings' statistics differ by more than chance. The rows of both often overlap, so that chance is less than is reckoned with here: that errs
/// on the silent side.
/// </summary>
internal static class Significance
{
    /// <summary>The difference of two shares in standard errors (the pooled two-sample test of proportions); 0 where neither can vary.</summary>
    public static double OfShares(double first, long firstRows, double second, long secondRows)
    {
        var pooled = (first * firstRows + second * secondRows) / (firstRows + secondRows);
        var error = Math.Sqrt(pooled * (1 - pooled) * (1.0 / firstRows + 1.0 / secondRows));
        return error > 0 ? Math.Abs(second - first) / error : 0;
    }

    /// <summary>The difference of two means in standard errors.</summary>
    public static double OfMeans(double first, double firstDeviation, long firstRows, double second, double secondDeviation, long secondRows)
    {
        var error = Math.Sqrt(firstDeviation * firstDeviation / firstRows + secondDeviation * secondDeviation / secondRows);
        return error > 0 ? Math.Abs(second - first) / error : first == second ? 0 : double.PositiveInfinity;
    }
}
