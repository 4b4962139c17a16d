using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Fairness;

/// <summary>
/// The interval of the difference of two independent proportions, from the score interval of each.
/// Source: method 10 (hybrid score, without continuity correction) of R. G. Newcombe, Stat. Med. 17, 1998, 873-890.
/// </summary>
internal static class NewcombeInterval
{
    /// <summary>The 95% interval of the first share less the second; undefined where one of them is of no rows.</summary>
    /// <param name="first">The first proportion.</param>
    /// <param name="second">The second proportion, of other rows.</param>
    public static Interval Of(Proportion first, Proportion second)
    {
        var difference = first.Share - second.Share;
        return new(
            difference - Length(first.Share - first.Interval.Low, second.Interval.High - second.Share),
            difference + Length(first.Interval.High - first.Share, second.Share - second.Interval.Low));
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
}
