namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>evaluate</c>.</summary>
internal static class EvaluateSection
{
    private const int MostSliceColumns = 2;

    public static EvaluateSpec Read(Section evaluate, ModelTask? task, ColumnRoles roles) => new()
    {
        Gates = GatesIn(evaluate).ToDictionary(gate => gate.Name, gate => GateSection.Read(gate, task), StringComparer.Ordinal),
        Undecided = evaluate.Find("undecided")?.Word(Words.Undecided) ?? default,
        Slices = ReadSlices(evaluate.Find("slices"), roles),
        SliceGates = ReadSliceGates(evaluate, task),
    };

    /// <summary>The gates as they are written; that there is none is reported.</summary>
    public static IReadOnlyList<NamedValue> GatesIn(Section evaluate)
    {
        var value = evaluate.Find("gates");
        if (value is { IsEmptyMap: true } empty)
            empty.Fault("must have at least one gate: a model that nobody judges cannot pass");
        return value?.Named() ?? [];
    }

    private static Dictionary<string, SliceGateSpec> ReadSliceGates(Section evaluate, ModelTask? task)
    {
        var value = evaluate.Find("slice_gates");
        if (evaluate.Find("slices") is null or { IsEmptyList: true })
            value?.Fault("judges slices, but there are none: name columns in 'evaluate.slices'");
        return (value?.Named() ?? []).ToDictionary(gate => gate.Name, gate => GateSection.ReadOfSlices(gate, task), StringComparer.Ordinal);
    }

    private static IReadOnlyList<SliceSpec> ReadSlices(SpecValue? value, ColumnRoles roles)
    {
        var slices = value?.TextGroups() ?? [];
        foreach (var column in slices.SelectMany(slice => slice).Where(column => roles.Of(column.Text) is ColumnRole.Label or ColumnRole.Key or ColumnRole.Time))
            value!.Fault(column.Place, $"cannot have {QuotedText.Of(column.Text)}: it is the label, the key or the time");
        foreach (var slice in slices.Where(slice => slice.Count > MostSliceColumns))
            value!.Fault(slice[0].Place, $"can combine {MostSliceColumns} columns, not {slice.Count}");
        return [.. slices.Select(slice => new SliceSpec([.. slice.Select(column => column.Text)]))];
    }
}
