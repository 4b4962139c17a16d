using ModelPipeline.Evidence;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking;

/// <summary>A quantity of candidate and champion, judged.</summary>
/// <param name="Quantity">What was compared.</param>
/// <param name="Candidate">The candidate's amount.</param>
/// <param name="Champion">The champion's amount.</param>
/// <param name="Limit">The greatest ratio that is allowed.</param>
/// <param name="Decision">The verdict.</param>
internal sealed record Comparison(Quantity Quantity, double Candidate, double Champion, double Limit, Decision Decision)
{
    /// <summary>Compares what was measured with noise.</summary>
    public static Comparison Measured(Quantity quantity, (double Candidate, double Champion) amounts, RepeatedRatios ratios, double limit) =>
        new(quantity, amounts.Candidate, amounts.Champion, limit, DecisionRule.Decide(ratios, limit, Math.Abs(amounts.Candidate - amounts.Champion) <= quantity.Floor && quantity.Floor > 0));

    /// <summary>Compares what is known exactly; nothing is no more than nothing.</summary>
    public static Comparison Exact(Quantity quantity, (double Candidate, double Champion) amounts, double limit)
    {
        var ratio = amounts == (0, 0) ? 1 : amounts.Candidate / amounts.Champion;
        var status = double.IsNaN(ratio) ? Status.Error : ratio <= limit ? Status.Passed : Status.Failed;
        return new(quantity, amounts.Candidate, amounts.Champion, limit, new Decision(status, new Estimate(ratio, double.NaN, double.NaN), ratio > limit ? 1 : 0, 1, 0));
    }
}
