namespace ModelPipeline.Data;

/// <summary>How many of some groups, taken in their order, come nearest to a number of rows.</summary>
internal static class NearestCount
{
    /// <summary>At least one group where there are two, and never all; of two equally near counts the smaller.</summary>
    /// <param name="sizes">The rows of each group.</param>
    /// <param name="target">How many rows are wanted.</param>
    public static int Of(IReadOnlyList<int> sizes, double target)
    {
        var wanted = Math.Round(target, MidpointRounding.AwayFromZero);
        var best = 0;
        var bestDistance = double.PositiveInfinity;
        var taken = 0L;
        for (var count = 1; count < sizes.Count; count++)
        {
            taken += sizes[count - 1];
            if (Math.Abs(taken - wanted) < bestDistance)
                (best, bestDistance) = (count, Math.Abs(taken - wanted));
        }
        return best;
    }
}
