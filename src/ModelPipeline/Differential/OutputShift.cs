using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>The differences candidate - champion of one output.</summary>
/// <param name="Output">The output's name. Contains data: escape it.</param>
/// <param name="Differences">One a row, in the output's unit.</param>
internal sealed record OutputShift(string Output, double[] Differences)
{
    /// <summary>The mean difference with its paired normal 95% interval.</summary>
    public Estimate Mean
    {
        get
        {
            var (low, high) = MeanInterval.Of(Differences);
            return new(CompensatedSum.Of(Differences) / Differences.Length, low, high);
        }
    }

    /// <summary>Of every output, in the signature's order.</summary>
    /// <param name="champion">What the champion says.</param>
    /// <param name="candidate">What the candidate says of the same rows.</param>
    /// <param name="unit">The unit of differences, in that of the outputs.</param>
    public static IReadOnlyList<OutputShift> Of(Scores champion, Scores candidate, double unit)
    {
        var (before, after, outputs) = (champion.Values.ToArray(), candidate.Values.ToArray(), champion.Outputs.Count);
        return [.. champion.Outputs.Select((output, place) => new OutputShift(
            output, [.. Enumerable.Range(0, champion.Rows).Select(row => (after[row * outputs + place] - before[row * outputs + place]) / unit)]))];
    }

    /// <summary>The output whose mean changed most; one whose mean is not finite before all others.</summary>
    public static OutputShift Greatest(IReadOnlyList<OutputShift> shifts) =>
        shifts.MaxBy(shift => double.IsFinite(shift.Mean.Value) ? Math.Abs(shift.Mean.Value) : double.PositiveInfinity)!;
}
