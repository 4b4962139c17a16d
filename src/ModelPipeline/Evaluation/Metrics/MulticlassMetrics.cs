namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The metrics of a multiclass task. A row is predicted as its most probable class, of equal ones the first.</summary>
internal sealed class MulticlassMetrics : ITaskMetrics
{
    private const int TopK = 2;
    private readonly ScoredRows _rows;
    private readonly int _classes;
    private readonly int[] _labels;
    private readonly int[] _predicted;
    private readonly int[] _cells;
    private readonly Dictionary<string, string?> _faults;

    public MulticlassMetrics(ScoredRows rows)
    {
        _rows = rows;
        _classes = rows.Outputs;
        _labels = rows.Labels.Codes.ToArray();
        _predicted = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Scores.Row(row).IndexOf(Greatest(rows.Scores.Row(row))))];
        _cells = [.. _labels.Select((label, row) => label * _classes + _predicted[row])];
        var noProbability = ClassificationFaults.NoProbability(rows);
        _faults = new()
        {
            ["balanced_accuracy"] = ClassificationFaults.OneClass(rows),
            ["macro_auc"] = ClassificationFaults.AbsentClass(rows) ?? ClassificationFaults.NoDistribution(rows),
            ["top_k"] = _classes > TopK ? null : "it needs three or more classes",
            ["log_loss"] = noProbability,
            ["ece"] = noProbability,
        };
    }

    public string? Fault(string metric) => _faults.GetValueOrDefault(metric);

    public RowMetric Create(string metric) => metric switch
    {
        "accuracy" => new ShareMetric(Hits()),
        "balanced_accuracy" => Confusion(ConfusionFormulas.BalancedAccuracy),
        "macro_f1" => Confusion(ConfusionFormulas.MacroF1),
        "macro_auc" => new MacroAucMetric([.. Enumerable.Range(0, _classes).Select(OneAgainstRest)]),
        "top_k" => new ShareMetric([.. _labels.Select((label, row) => IsInTop(_rows.Scores.Row(row), label))]),
        "mcc" => Confusion(ConfusionFormulas.Matthews),
        "log_loss" => new MeanMetric([.. _labels.Select((label, row) => LogLoss.OfClass(_rows.Scores.Row(row), label))]),
        "ece" => new CalibrationErrorMetric([.. _predicted.Select((predicted, row) => _rows.Scores.Row(row)[predicted])], Hits()),
        _ => throw new NotSupportedException($"The metric '{metric}' is not implemented for multiclass classification."),
    };

    private static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = values[0];
        foreach (var value in values)
            greatest = Math.Max(greatest, value);
        return greatest;
    }

    // Of equal scores the later class ranks first, as in scikit-learn's top_k_accuracy_score.
    private static bool IsInTop(ReadOnlySpan<double> scores, int label)
    {
        var ahead = 0;
        for (var other = 0; other < scores.Length; other++)
            ahead += scores[other] > scores[label] || (scores[other] == scores[label] && other > label) ? 1 : 0;
        return ahead < TopK;
    }

    private bool[] Hits() => [.. _labels.Select((label, row) => label == _predicted[row])];

    private ConfusionMetric Confusion(ConfusionFormula formula) => new(_cells, _classes, formula);

    private BinaryRanking OneAgainstRest(int label) => new(_rows.Output(label), [.. _labels.Select(other => other == label)]);
}
