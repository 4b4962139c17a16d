using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Data.Reading;

/// <summary>What a spec says about the columns of its data.</summary>
internal sealed class ColumnUses(DataSpec data, ModelTask task)
{
    /// <summary>How to read a column. Ignored ones are read too: rows may be split or sliced by them.</summary>
    public ColumnUse Of(string name)
    {
        if (name == data.Label)
            return Label();
        if (data.Key.Contains(name))
            return new(ColumnType.Text, "it is a data.key", IsKey: true);
        if (name == data.Time)
            return new(ColumnType.Time, "it is data.time");
        return data.Columns.TryGetValue(name, out var type)
            ? new(type, $"model.yaml says {Shown.Value($"{name}: {Words.Of(type)}")}")
            : ColumnUse.Inferred;
    }

    /// <summary>Reports every column that the spec names and the data do not have; true where there is none.</summary>
    public bool Check(string[] header, string file, FaultList faults)
    {
        var known = header.ToHashSet(StringComparer.Ordinal);
        var missing = Named().Where(column => !known.Contains(column.Name)).ToList();
        foreach (var (setting, name) in missing)
            faults.Add($"{setting}: {file} has no column {Shown.Value(name)}{Suggestion(name, header)}");
        return missing.Count == 0;
    }

    private static string Suggestion(string name, string[] header) => NearestName.Of(name, header) is { } nearest
        ? $": did you mean {Shown.Value(nearest)}?"
        : $"; its columns are {Shown.Values(header)}";

    private ColumnUse Label() => task == ModelTask.Regression
        ? new(ColumnType.Numeric, "it is the label of a regression")
        : new(ColumnType.Categorical, "it is the label of a classification");

    private IEnumerable<(string Setting, string Name)> Named()
    {
        yield return ("data.label", data.Label);
        foreach (var name in data.Key)
            yield return ("data.key", name);
        if (data.Time is { } time)
            yield return ("data.time", time);
        foreach (var name in data.Ignore)
            yield return ("data.ignore", name);
        foreach (var name in data.Columns.Keys.Order(StringComparer.Ordinal))
            yield return ("data.columns", name);
        if (data.Split.Group is { } group)
            yield return ("data.split.group", group);
    }
}
