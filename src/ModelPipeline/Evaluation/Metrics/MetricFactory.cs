using System.Globalization;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>Prepares the metrics of a task over rows.</summary>
internal static class MetricFactory
{
    /// <summary>Every metric of the rows' task, in the catalog's order.</summary>
    public static IReadOnlyList<PreparedMetric> Prepare(ScoredRows rows) => Prepare(rows, MetricCatalog.Of(rows.Task));

    /// <summary>Some metrics of the rows' task, in the order given.</summary>
    public static IReadOnlyList<PreparedMetric> Prepare(ScoredRows rows, IEnumerable<MetricDefinition> wanted)
    {
        if (FaultOfEveryMetric(rows) is { } fault)
            return [.. wanted.Select(metric => PreparedMetric.Undefined(metric, fault))];

        ITaskMetrics metrics = rows.Task switch
        {
            ModelTask.BinaryClassification => new BinaryMetrics(rows),
            ModelTask.MulticlassClassification => new MulticlassMetrics(rows),
            _ => new RegressionMetrics(rows),
        };
        var ones = new int[rows.Count];
        Array.Fill(ones, 1);
        return
        [
            .. wanted.Select(metric => metrics.Fault(metric.Name) is { } reason
                ? PreparedMetric.Undefined(metric, reason)
                : PreparedMetric.Of(metric, metrics.Create(metric.Name), ones)),
        ];
    }

    private static string? FaultOfEveryMetric(ScoredRows rows)
    {
        if (rows.Count == 0)
            return "there are no test rows";
        var unlabelled = rows.Task == ModelTask.Regression
            ? rows.CountRows(row => !double.IsFinite(rows.Labels.Numbers[row]))
            : rows.CountRows(row => rows.Labels.Codes[row] < 0);
        if (unlabelled > 0)
            return Share(unlabelled, rows, rows.Task == ModelTask.Regression ? "have a label that is missing or infinite" : "have no label");
        var scoreless = rows.CountRows(row => rows.Scores.Row(row).ContainsAnyNonFinite());
        return scoreless > 0 ? Share(scoreless, rows, "have a score that is NaN or infinite") : null;
    }

    /// <summary>A sentence on how many of the rows have a fault.</summary>
    public static string Share(int faulty, ScoredRows rows, string fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{faulty} of {rows.Count} test rows {fault}");

    private static bool ContainsAnyNonFinite(this ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                return true;
        }

        return false;
    }
}
