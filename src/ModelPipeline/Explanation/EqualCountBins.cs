namespace ModelPipeline.Explanation;

/// <summary>Ten bins of about equally many sorted numbers.</summary>
internal static class EqualCountBins
{
    private const int Bins = 10;

    /// <summary>The bins as ranges. Equal numbers stay together, so the order of rows does not matter and there may be fewer bins; none is empty.</summary>
    /// <param name="sorted">Numbers, ascending.</param>
    public static IEnumerable<Range> Of(double[] sorted)
    {
        var start = 0;
        for (var bin = 1; bin <= Bins; bin++)
        {
            var end = (int)((long)bin * sorted.Length / Bins);
            while (end > 0 && end < sorted.Length && sorted[end] == sorted[end - 1])
                end++;
            if (end <= start)
                continue;
            yield return start..end;
            start = end;
        }
    }
}
