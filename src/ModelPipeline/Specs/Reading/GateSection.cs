using ModelPipeline.Evaluation;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads what one metric must reach.</summary>
internal static class GateSection
{
    private static readonly NumberRange Margin = new(0, double.PositiveInfinity);

    /// <summary>The gate; one that judges nothing is reported.</summary>
    public static GateSpec Read(NamedValue gate, ModelTask? task)
    {
        var metric = FindMetric(gate, task);
        if (gate.Value.Decimal is { } number)
        {
            gate.Value.Fault($"must be keys with values: write {QuotedText.Escape(gate.Name)}: {{ threshold: {QuotedText.Escape(number)} }}");
            return new GateSpec();
        }

        var range = metric is null ? NumberRange.Any : new NumberRange(metric.Minimum, metric.Maximum);
        if (gate.Value.Section() is not { } section)
            return new GateSpec();
        var values = new[] { section.Find("threshold"), section.Find("max_regression"), section.Find("min_improvement") };
        if (values.All(value => value is null))
            gate.Value.Fault("judges nothing: give it a threshold, max_regression or min_improvement");
        if (values[1] is not null && values[2] is not null)
            values[2]!.Fault("beside max_regression says the same twice: keep one of the two");
        return new GateSpec
        {
            Threshold = values[0]?.Number(range),
            MaxRegression = values[1]?.Number(Margin),
            MinImprovement = values[2]?.Number(Margin),
        };
    }

    private static MetricDefinition? FindMetric(NamedValue gate, ModelTask? task)
    {
        var metric = MetricCatalog.Find(gate.Name);
        var defined = (task is { } known ? MetricCatalog.Of(known) : MetricCatalog.All).Select(other => other.Name).ToArray();
        if (metric is null)
            gate.Report(NearestName.Unknown("metric", gate.Name, defined));
        else if (task is { } named && !metric.Tasks.Contains(named))
            gate.Report($"metric '{metric.Name}' is not defined for {Words.Of(named)}: use {string.Join(", ", defined)}");
        return metric;
    }
}
