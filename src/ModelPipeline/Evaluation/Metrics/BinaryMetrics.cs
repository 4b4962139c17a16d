namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The metrics of a binary task. A row is predicted positive where its probability is 0.5 or more.</summary>
internal sealed class BinaryMetrics : ITaskMetrics
{
    private readonly double[] _probabilities;
    private readonly bool[] _positives;
    private readonly int[] _cells;
    private readonly string? _oneClass;
    private readonly string? _noProbability;
    private readonly Lazy<BinaryRanking> _ranking;

    public BinaryMetrics(ScoredRows rows)
    {
        _probabilities = rows.Scores.Values.ToArray();
        _positives = [.. rows.Labels.Codes.ToArray().Select(code => code == 1)];
        _cells = [.. _probabilities.Select((probability, row) => (_positives[row] ? 2 : 0) + (IsPositive(probability) ? 1 : 0))];
        _oneClass = ClassificationFaults.OneClass(rows);
        _noProbability = ClassificationFaults.NoProbability(rows);
        _ranking = new(() => new(_probabilities, _positives));
    }

    public string? Fault(string metric) => metric switch
    {
        "auc" or "pr_auc" or "balanced_accuracy" => _oneClass,
        "log_loss" or "brier" or "ece" => _noProbability,
        _ => null,
    };

    public RowMetric Create(string metric) => metric switch
    {
        "auc" => new AucMetric(_ranking.Value),
        "pr_auc" => new AveragePrecisionMetric(_ranking.Value),
        "accuracy" => new ShareMetric([.. _probabilities.Select((probability, row) => IsPositive(probability) == _positives[row])]),
        "balanced_accuracy" => Confusion(ConfusionFormulas.BalancedAccuracy),
        "precision" => Confusion(ConfusionFormulas.Precision),
        "recall" => Confusion(ConfusionFormulas.Recall),
        "f1" => Confusion(ConfusionFormulas.F1),
        "mcc" => Confusion(ConfusionFormulas.Matthews),
        "log_loss" => new MeanMetric([.. _probabilities.Select((probability, row) => LogLoss.OfBinary(probability, _positives[row]))]),
        "brier" => new MeanMetric([.. _probabilities.Select((probability, row) => Math.Pow((_positives[row] ? 1 : 0) - probability, 2))]),
        "ece" => new CalibrationErrorMetric(_probabilities, _positives),
        _ => throw new NotSupportedException($"The metric '{metric}' is not implemented for binary classification."),
    };

    private static bool IsPositive(double probability) => probability >= 0.5;

    private ConfusionMetric Confusion(ConfusionFormula formula) => new(_cells, 2, formula);
}
