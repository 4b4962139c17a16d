using MathNet.Numerics.Distributions;
using ModelPipeline.Evidence;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking;

/// <summary>
/// Judges a noisy ratio against its limit. All of the rule is here; its reasons are in docs/decisions/0012-benchmark-decision-rule.md.
/// <list type="number">
/// <item>Four of five repetitions must be on one side of the limit, and their median with them.</item>
/// <item>The median must be further from the limit than the champion typically was from itself: the median of the control's distances.</item>
/// <item>A difference that matters to nobody (a few MB, a few ms) has passed.</item>
/// <item>Everything else is an error: inconclusive. Nothing is measured again.</item>
/// </list>
/// </summary>
internal static class DecisionRule
{
    /// <summary>Judges the repetitions.</summary>
    /// <param name="seen">What was measured: as many control repetitions as others, at least one.</param>
    /// <param name="limit">The greatest ratio that is allowed.</param>
    /// <param name="negligible">Whether the amounts differ too little to matter, whatever their ratio.</param>
    public static Decision Decide(RepeatedRatios seen, double limit, bool negligible = false)
    {
        var repetitions = seen.Candidate.Count;
        var bound = Math.Log(limit);
        var median = Sample.Median(seen.Candidate);
        var above = seen.Candidate.Count(ratio => ratio > bound);
        var noise = Noise(seen.Control);
        var status = negligible && double.IsFinite(median) ? Status.Passed : Judge(median - bound, above, repetitions, noise);
        return new(status, Ratio(seen.Candidate, median), above, repetitions, Math.Exp(noise) - 1, negligible);
    }

    /// <summary>How many of some repetitions must agree: four of five, all of fewer.</summary>
    public static int Agreement(int repetitions) => repetitions - (repetitions / 5);

    private static Status Judge(double distance, int above, int repetitions, double noise)
    {
        if (!double.IsFinite(distance) || !double.IsFinite(noise) || Math.Abs(distance) <= noise)
            return Status.Error;
        if (distance > 0 && above >= Agreement(repetitions))
            return Status.Failed;
        return distance < 0 && repetitions - above >= Agreement(repetitions) ? Status.Passed : Status.Error;
    }

    /// <summary>The probable error of one repetition: the champion is further from itself in half of them.</summary>
    private static double Noise(IReadOnlyList<double> control) => Sample.Median(control.Select(Math.Abs));

    /// <summary>Student's interval of the repetitions' mean, which has no normal approximation at five, widened to contain the median.</summary>
    private static Estimate Ratio(IReadOnlyList<double> ratios, double median)
    {
        var degrees = ratios.Count - 1;
        if (degrees < 1)
            return new(Math.Exp(median), double.NaN, double.NaN);
        var mean = ratios.Average();
        var variance = ratios.Sum(ratio => (ratio - mean) * (ratio - mean)) / degrees;
        var margin = StudentT.InvCDF(0, 1, degrees, 0.975) * Math.Sqrt(variance / ratios.Count);
        var interval = new Interval(mean - margin, mean + margin).Including(median);
        return new(Math.Exp(median), Math.Exp(interval.Low), Math.Exp(interval.High));
    }
}
