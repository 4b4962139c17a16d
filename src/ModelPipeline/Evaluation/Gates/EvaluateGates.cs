using ModelPipeline.Data;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>All gates of a spec's section <c>evaluate</c>, on all test rows and on slices.</summary>
/// <param name="spec">The model's spec.</param>
/// <param name="champion">The champion's scores; <see langword="null"/> where there is no champion.</param>
internal sealed class EvaluateGates(ModelSpec spec, BundleScores? champion)
{
    /// <summary>The verdicts of every gate.</summary>
    /// <param name="comparisons">The task's metrics on all test rows.</param>
    /// <param name="rows">All test rows and what is said of them.</param>
    /// <param name="table">The same rows with every column of the data, to be divided into slices.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public IReadOnlyList<GateVerdict> Judge(
        IReadOnlyList<MetricComparison> comparisons, ComparedRows rows, Table table, CancellationToken cancellation)
    {
        var slices = SlicesOf(table);
        var leftOut = slices.Select(slice => slice.GreatestLeftOut).DefaultIfEmpty(0).Max();
        return
        [
            .. new MetricGates(champion, spec.Evaluate.Undecided).JudgeAll(spec.Evaluate.Gates, comparisons, rows.Labels.Count),
            .. new SliceGates(spec.Evaluate, champion, spec.Train.Seed).JudgeAll([.. slices.SelectMany(slice => slice)], leftOut, rows, cancellation),
        ];
    }

    /// <summary>The gated metrics with their differences, for example <c>auc 0.8412 [0.8300, 0.8524], difference 0.0032 [-0.0010, 0.0074]</c>.</summary>
    /// <param name="comparisons">The task's metrics on all test rows.</param>
    public string Summary(IReadOnlyList<MetricComparison> comparisons) => string.Join(
        ", ", comparisons.Where(comparison => spec.Evaluate.Gates.ContainsKey(comparison.Metric.Name)).Select(Summary))
        + (champion is null ? "; there is no champion to compare with" : "");

    private IReadOnlyList<Slices> SlicesOf(Table table) => [.. spec.Evaluate.Slices.Select(slice => Slices.Of(table, slice))];

    private static string Summary(MetricComparison comparison)
    {
        var candidate = $"{comparison.Metric.Name} {MetricText.Of(comparison.Candidate.Estimate)}";
        return comparison.Champion is null ? candidate : $"{candidate}, difference {MetricText.Of(comparison.Difference)}";
    }
}
