using ModelPipeline.Specs;

namespace ModelPipeline.Data.Reading;

/// <summary>Every column that a spec names.</summary>
internal sealed class ColumnMentions(DataSpec data, IReadOnlyList<string> slices, SpecPlaces places)
{
    private const string SlicesSetting = "evaluate.slices";

    /// <summary>The columns to slice by.</summary>
    public IEnumerable<ColumnMention> Slices => slices.Select(name => Mention(SlicesSetting, name));

    /// <summary>Reports every column that the spec names and the data do not have; true where there is none.</summary>
    public bool Check(string[] header, string file, FaultList faults)
    {
        var known = header.ToHashSet(StringComparer.Ordinal);
        var missing = Named().Concat(Slices).Where(column => !known.Contains(column.Name)).ToList();
        foreach (var column in missing)
            faults.Add($"{column.Start}{file} has no column {Shown.Value(column.Name)}{Suggestion(column.Name, header)}");
        return missing.Count == 0;
    }

    private static string Suggestion(string name, string[] header) => NearestName.Of(name, header) is { } nearest
        ? $": did you mean {Shown.Value(nearest)}?"
        : $"; its columns are {Shown.Values(header)}";

    private IEnumerable<ColumnMention> Named()
    {
        yield return Mention("data.label", data.Label);
        foreach (var name in data.Key)
            yield return Mention("data.key", name);
        if (data.Time is { } time)
            yield return Mention("data.time", time);
        foreach (var name in data.Ignore)
            yield return Mention("data.ignore", name);
        foreach (var name in data.Columns.Keys.Order(StringComparer.Ordinal))
            yield return Mention("data.columns", name);
        if (data.Split.Group is { } group)
            yield return Mention("data.split.group", group);
    }

    private ColumnMention Mention(string setting, string name) => new(places.At(setting, name), setting, name);
}
