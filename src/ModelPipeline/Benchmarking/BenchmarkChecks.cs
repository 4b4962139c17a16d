using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking;

/// <summary>Says in words what was judged.</summary>
internal static class BenchmarkChecks
{
    /// <summary>The check of a comparison.</summary>
    public static Check Of(Comparison comparison) => new()
    {
        Name = comparison.Quantity.Name,
        Status = comparison.Decision.Status,
        Observed = double.IsFinite(comparison.Decision.Ratio.Value) ? comparison.Decision.Ratio.Value : null,
        Limit = comparison.Limit,
        Reason = $"{comparison.Quantity.Subject}: {comparison.Quantity.Text(comparison.Candidate)}, champion {comparison.Quantity.Text(comparison.Champion)}, "
            + $"ratio {Text(comparison.Decision.Ratio)}, {Judgement(comparison)}",
        Hint = comparison.Decision.Status == Status.Error
            ? "measure on a quieter machine, or allow a greater ratio in benchmark.limits"
            : null,
    };

    /// <summary>The check that stands for everything that could not be compared.</summary>
    public static Check Unmeasured(string name, string reason) => new() { Name = name, Status = Status.Error, Reason = reason };

    /// <summary>The check of a model without a champion.</summary>
    public static Check NoChampion { get; } = new() { Name = "champion", Status = Status.NoBaseline, Reason = "there is no champion to compare speed and size with" };

    private static string Judgement(Comparison comparison)
    {
        var (decision, limit) = (comparison.Decision, Number(comparison.Limit));
        if (decision.Negligible)
            return $"no more than {comparison.Quantity.Text(comparison.Quantity.Floor)} apart, which is not judged";
        if (comparison.Quantity.Repetition.Length == 0)
            return $"{(decision.Status == Status.Passed ? "within" : "above")} the limit {limit}";
        var within = decision.Repetitions - decision.Above;
        return decision.Status switch
        {
            Status.Passed => $"within the limit {limit} in {within} of {decision.Repetitions} {comparison.Quantity.Repetition}",
            Status.Failed => $"above the limit {limit} in {decision.Above} of {decision.Repetitions} {comparison.Quantity.Repetition}",
            _ => $"inconclusive: above the limit {limit} in {decision.Above} of {decision.Repetitions} {comparison.Quantity.Repetition}, "
                + $"and the champion beside itself differs by {decision.Noise.ToString("P1", CultureInfo.InvariantCulture)}",
        };
    }

    private static string Text(Estimate ratio) => double.IsNaN(ratio.Low) || double.IsNaN(ratio.High)
        ? Number(ratio.Value)
        : $"{Number(ratio.Value)} [{Number(ratio.Low)}, {Number(ratio.High)}]";

    private static string Number(double ratio) => double.IsFinite(ratio) ? ratio.ToString("0.00##", CultureInfo.InvariantCulture) : "unknown";
}
