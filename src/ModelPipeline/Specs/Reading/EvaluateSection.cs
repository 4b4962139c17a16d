namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>evaluate</c>.</summary>
internal static class EvaluateSection
{
    private const int MostSliceColumns = 2;
    private static readonly NumberRange Rows = new(1, int.MaxValue);

    public static EvaluateSpec Read(Section evaluate, ModelTask? task, ColumnRoles roles) => new()
    {
        Gates = ReadGates(evaluate.Find("gates"), task),
        Undecided = evaluate.Find("undecided")?.Word(Words.Undecided) ?? default,
        Slices = ReadSlices(evaluate.Find("slices"), roles),
        SliceGates = ReadSliceGates(evaluate, task),
    };

    private static Dictionary<string, GateSpec> ReadGates(SpecValue? value, ModelTask? task)
    {
        if (value is { IsEmptyMap: true } empty)
            empty.Fault("must have at least one gate: a model that nobody judges cannot pass");
        return (value?.Named() ?? []).ToDictionary(gate => gate.Name, gate => GateSection.Read(gate, task), StringComparer.Ordinal);
    }

    private static Dictionary<string, SliceGateSpec> ReadSliceGates(Section evaluate, ModelTask? task)
    {
        var value = evaluate.Find("slice_gates");
        if (value is not null && evaluate.Find("slices") is null)
            value.Fault("judges slices, but there are none: name columns in 'evaluate.slices'");
        return (value?.Named() ?? []).ToDictionary(gate => gate.Name, gate => ReadSliceGate(gate, task), StringComparer.Ordinal);
    }

    private static SliceGateSpec ReadSliceGate(NamedValue gate, ModelTask? task)
    {
        var judged = new SliceGateSpec(GateSection.Read(gate, task));
        return gate.Value.Decimal is null && gate.Value.Section()?.Find("min_rows")?.Integer(Rows) is { } rows
            ? judged with { MinRows = (int)rows }
            : judged;
    }

    private static IReadOnlyList<SliceSpec> ReadSlices(SpecValue? value, ColumnRoles roles)
    {
        var slices = value?.TextGroups() ?? [];
        foreach (var column in slices.SelectMany(slice => slice).Where(column => roles.Of(column.Text) is ColumnRole.Label or ColumnRole.Key or ColumnRole.Time))
            value!.Fault(column.Place, $"cannot have {QuotedText.Of(column.Text)}: it is the label, the key or the time");
        foreach (var slice in slices.Where(slice => slice.Count > MostSliceColumns))
            value!.Fault(slice[0].Place, $"can combine {MostSliceColumns} columns, not {slice.Count}");
        return [.. slices.Where(slice => slice.Count > 0).Select(slice => new SliceSpec([.. slice.Select(column => column.Text)]))];
    }
}
