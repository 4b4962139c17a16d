using ModelPipeline.Evaluation;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads what one metric must reach.</summary>
internal static class GateSection
{
    private static readonly NumberRange Margin = new(0, double.PositiveInfinity);
    private static readonly NumberRange Rows = new(1, int.MaxValue);

    /// <summary>The gate of a metric; one that judges nothing is reported.</summary>
    public static GateSpec Read(NamedValue gate, ModelTask? task)
    {
        var metric = FindMetric(gate, task);
        return Open(gate) is { } section ? Read(gate.Value, section, metric) : new GateSpec();
    }

    /// <summary>The gate of a metric on slices.</summary>
    public static SliceGateSpec ReadOfSlices(NamedValue gate, ModelTask? task)
    {
        var metric = FindMetric(gate, task);
        if (Open(gate) is not { } section)
            return new SliceGateSpec(new GateSpec());
        var judged = new SliceGateSpec(Read(gate.Value, section, metric));
        return section.Find("min_rows")?.Integer(Rows) is { } rows ? judged with { MinRows = (int)rows } : judged;
    }

    private static Section? Open(NamedValue gate)
    {
        if (gate.Value.Decimal is not { } number)
            return gate.Value.Section();
        gate.Value.Fault($"must be keys with values: write {QuotedText.Escape(gate.Name)}: {{ threshold: {QuotedText.Escape(number)} }}");
        return null;
    }

    private static GateSpec Read(SpecValue value, Section section, MetricDefinition? metric)
    {
        var (threshold, regression, improvement) = (section.Find("threshold"), section.Find("max_regression"), section.Find("min_improvement"));
        if (threshold is null && regression is null && improvement is null && !section.HasUnknownKeys)
            value.Fault("judges nothing: give it a threshold, max_regression or min_improvement");
        if (regression is not null)
            improvement?.Fault("demands more than max_regression already: keep one of the two");
        return new GateSpec
        {
            Threshold = threshold?.Number(metric is null ? NumberRange.Any : new NumberRange(metric.Minimum, metric.Maximum)),
            MaxRegression = regression?.Number(Margin),
            MinImprovement = improvement?.Number(Margin),
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
