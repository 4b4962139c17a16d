using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>Judges metrics by their gates: thresholds by the candidate alone, margins against the champion.</summary>
/// <param name="champion">The champion's scores; <see langword="null"/> where there is no champion.</param>
/// <param name="undecided">What an undecided comparison means.</param>
internal sealed class MetricGates(BundleScores? champion, Undecided undecided)
{
    /// <summary>The verdicts of every gate: those of measured metrics in the order of the comparisons, then errors for metrics that were not measured.</summary>
    /// <param name="gates">By metric, what it must reach.</param>
    /// <param name="comparisons">The metrics on the rows.</param>
    /// <param name="rows">How many rows they are.</param>
    public IReadOnlyList<GateVerdict> JudgeAll(IReadOnlyDictionary<string, GateSpec> gates, IReadOnlyList<MetricComparison> comparisons, int rows)
    {
        var measured = comparisons.Where(comparison => gates.ContainsKey(comparison.Metric.Name)).ToList();
        var unmeasured = gates.Keys.Except(measured.Select(comparison => comparison.Metric.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. measured.SelectMany(comparison => Judge(gates[comparison.Metric.Name], comparison, rows)),
            .. unmeasured.SelectMany(metric => NamesOf(metric, gates[metric]).Select(name => Unmeasured(metric, name))),
        ];
    }

    /// <summary>The verdicts of one metric's gate.</summary>
    /// <param name="gate">What the metric must reach.</param>
    /// <param name="comparison">The metric on the rows.</param>
    /// <param name="rows">How many rows they are.</param>
    public IEnumerable<GateVerdict> Judge(GateSpec gate, MetricComparison comparison, int rows)
    {
        var metric = comparison.Metric.Name;
        if (gate.Threshold is not null)
            yield return new(ThresholdGate.Judge(comparison.Candidate, gate));
        if (gate.MaxRegression is { } regression)
            yield return Compare(comparison, Margin.MaxRegression(metric, regression), rows);
        if (gate.MinImprovement is { } improvement)
            yield return Compare(comparison, Margin.MinImprovement(metric, improvement), rows);
    }

    /// <summary>The names of the checks that a gate asks for.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="gate">What it must reach.</param>
    public static IEnumerable<string> NamesOf(string metric, GateSpec gate)
    {
        string?[] names =
        [
            gate.Threshold is null ? null : GateNames.Threshold(metric),
            gate.MaxRegression is null ? null : GateNames.MaxRegression(metric),
            gate.MinImprovement is null ? null : GateNames.MinImprovement(metric),
        ];
        return names.OfType<string>();
    }

    private GateVerdict Compare(MetricComparison comparison, Margin margin, int rows) => champion switch
    {
        null => new(Uncompared(comparison, margin, Status.NoBaseline, "there is no champion to compare with", null)),
        { Scores: null } => new(Uncompared(
            comparison,
            margin,
            Status.Failed,
            $"the champion cannot score these test rows: {string.Join("; ", champion.Faults)}",
            "a model that reads or predicts something else cannot replace the champion unseen: keep the columns and classes, or release it as another model")),
        _ => ComparisonGate.Judge(comparison, margin, undecided, rows),
    };

    private static Check Uncompared(MetricComparison comparison, Margin margin, Status status, string reason, string? hint) => new()
    {
        Name = margin.Check,
        Status = status,
        Limit = double.IsFinite(margin.Gain) ? margin.LimitOf(comparison.Metric) : null,
        Reason = $"{comparison.Metric.Name} is not compared: {reason}",
        Hint = hint,
    };

    private static GateVerdict Unmeasured(string metric, string name) => new(new Check
    {
        Name = name,
        Status = Status.Error,
        Reason = $"{QuotedText.Escape(metric)} was not measured: it is no metric of this task",
    });
}
