namespace ModelPipeline.Statistics;

/// <summary>
/// The variance of the area under the ROC curve by its structural components, in O(n log n).
/// Sources: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44, 1988;
/// X. Sun, W. Xu, Fast Implementation of DeLong's Algorithm, IEEE Signal Process. Lett. 21(11), 2014.
/// </summary>
internal static class DeLong
{
    /// <summary>The components of the area that scores have on labelled rows.</summary>
    /// <param name="scores">One finite number a row; greater says positive.</param>
    /// <param name="positives">Whether the row is positive.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class has no row.</exception>
    public static DeLongComponents Components(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positives)
    {
        if (scores.Length != positives.Length)
            throw new ArgumentException($"There are {scores.Length} scores and {positives.Length} labels.", nameof(positives));
        return Components(Ranking.Of(scores), positives);
    }

    internal static DeLongComponents Components(Ranking ranking, ReadOnlySpan<bool> positives)
    {
        var positiveCount = positives.Count(true);
        var negativeCount = positives.Length - positiveCount;
        if (positiveCount == 0 || negativeCount == 0)
            throw new ArgumentException("The area under the ROC curve needs rows of both classes.", nameof(positives));

        var shares = BeatenShares(ranking, positives, positiveCount, negativeCount);
        var v10 = new double[positiveCount];
        var v01 = new double[negativeCount];
        var (p, n) = (0, 0);
        for (var row = 0; row < shares.Length; row++)
        {
            if (positives[row])
                v10[p++] = shares[row];
            else
                v01[n++] = shares[row];
        }

        return new(CompensatedSum.Of(v10) / positiveCount, v10, v01);
    }

    // Of a positive row: the share of negative rows ranked below it. Of a negative row: the share of positive rows ranked above it. Ties count one half.
    private static double[] BeatenShares(Ranking ranking, ReadOnlySpan<bool> positives, int positiveCount, int negativeCount)
    {
        var shares = new double[positives.Length];
        var (start, positivesAbove, negativesAbove) = (0, 0, 0);
        foreach (var end in ranking.GroupEnds)
        {
            var group = ranking.Rows[start..end];
            var positivesHere = 0;
            foreach (var row in group)
                positivesHere += positives[row] ? 1 : 0;
            var negativesHere = group.Length - positivesHere;

            foreach (var row in group)
            {
                shares[row] = positives[row]
                    ? (negativeCount - negativesAbove - negativesHere / 2.0) / negativeCount
                    : (positivesAbove + positivesHere / 2.0) / positiveCount;
            }

            positivesAbove += positivesHere;
            negativesAbove += negativesHere;
            start = end;
        }

        return shares;
    }
}
