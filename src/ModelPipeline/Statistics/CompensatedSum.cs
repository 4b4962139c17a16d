namespace ModelPipeline.Statistics;

/// <summary>
/// A running sum that carries its rounding errors along, so that its error does not grow with the number of terms.
/// Source: T. Ogita, S. M. Rump, S. Oishi, Accurate Sum and Dot Product, SIAM J. Sci. Comput. 26(6), 2005, algorithm 4.4 (Sum2).
/// </summary>
public struct CompensatedSum
{
    private double _sum;
    private double _error;

    /// <summary>The sum of the terms so far.</summary>
    public readonly double Value => _sum + _error;

    /// <summary>Adds a term.</summary>
    /// <param name="term">A number.</param>
    public void Add(double term)
    {
        var sum = _sum + term;
        var added = sum - _sum;
        _error += _sum - (sum - added) + (term - added);
        _sum = sum;
    }

    /// <summary>The sum of numbers.</summary>
    /// <param name="terms">The numbers.</param>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = new CompensatedSum();
        foreach (var term in terms)
            sum.Add(term);
        return sum.Value;
    }
}
