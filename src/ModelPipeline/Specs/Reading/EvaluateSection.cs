using ModelPipeline.Evaluation;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>evaluate</c>.</summary>
internal static class EvaluateSection
{
    public static EvaluateSpec Read(Section evaluate, ModelTask? task, ColumnRoles roles) => new()
    {
        Gates = ReadGates(evaluate.Find("gates"), task),
        Slices = ReadSlices(evaluate.Find("slices"), roles),
    };

    private static Dictionary<string, GateSpec> ReadGates(SpecValue? value, ModelTask? task)
    {
        var gates = new Dictionary<string, GateSpec>(StringComparer.Ordinal);
        if (value is { IsEmptyMap: true } empty)
            empty.Fault("must have at least one gate: a model that nobody judges cannot pass");

        foreach (var gate in value?.Named() ?? [])
        {
            var metric = FindMetric(gate, task);
            var range = metric is null ? NumberRange.Any : new NumberRange(metric.Minimum, metric.Maximum);
            gates.Add(gate.Name, new GateSpec { Threshold = ReadThreshold(gate, range) });
        }

        return gates;
    }

    private static double? ReadThreshold(NamedValue gate, NumberRange range)
    {
        if (gate.Value.Decimal is not { } number)
            return gate.Value.Section()?.Find("threshold")?.Number(range);

        gate.Value.Fault($"must be keys with values: write {QuotedText.Escape(gate.Name)}: {{ threshold: {QuotedText.Escape(number)} }}");
        return null;
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

    private static IReadOnlyList<string> ReadSlices(SpecValue? value, ColumnRoles roles)
    {
        var slices = value?.Texts() ?? [];
        foreach (var slice in slices.Where(slice => roles.Of(slice.Text) is ColumnRole.Label or ColumnRole.Key or ColumnRole.Time))
            value!.Fault(slice.Place, $"cannot have {QuotedText.Of(slice.Text)}: it is the label, the key or the time");
        return [.. slices.Select(slice => slice.Text)];
    }
}
