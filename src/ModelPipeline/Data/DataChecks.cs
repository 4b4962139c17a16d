using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Data;

/// <summary>The checks of the step ValidateData.</summary>
internal static class DataChecks
{
    private const int KeysShown = 5;

    public static Check Parses(Dataset dataset) => new()
    {
        Name = "parses",
        Status = Status.Passed,
        Reason = Text($"{dataset.Table.Rows} rows of {dataset.Table.Columns.Count} columns were read from {Shown.List(dataset.Files, file => file)}"),
    };

    public static Check Label(ModelData data)
    {
        var name = Shown.Value(data.Label.Name);
        var classes = Shown.List(DataMeasures.ClassCounts(data), item => Text($"{Shown.Value(item.Name)} in {item.Count}"));
        return new()
        {
            Name = "label",
            Status = Status.Passed,
            Reason = data.Label is NumericColumn
                ? Text($"{name} is a number in all {data.Rows} rows")
                : Text($"{name} is present in all {data.Rows} rows: {classes}"),
        };
    }

    public static Check KeysUnique(ModelData data)
    {
        var names = Shown.Values([.. data.Keys.Select(key => key.Name)]);
        var keys = RowGroups.Of(data.Keys, data.Rows);
        var repeats = data.Rows - keys.Count;
        var empty = Enumerable.Range(0, data.Rows).Where(row => data.Keys.All(key => key.IsMissing(row))).ToList();
        var faults = new List<string>();
        if (repeats > 0)
            faults.Add(Text($"{repeats} of {data.Rows} rows repeat the {names} of an earlier row: {Repeated(data, keys)}"));
        if (empty.Count > 0)
            faults.Add(Text($"{empty.Count} of {data.Rows} rows have no {names}: {Shown.List(empty, data.Dataset.Locate)}"));
        return new()
        {
            Name = "keys_unique",
            Status = faults.Count == 0 ? Status.Passed : Status.Failed,
            Observed = Math.Max(repeats, empty.Count),
            Limit = 0,
            Reason = faults.Count == 0 ? Text($"{names} is different in each of the {data.Rows} rows") : string.Join("; ", faults),
            Hint = faults.Count == 0 ? null : "remove the rows, or name in data.key every column that it takes to tell rows apart",
        };
    }

    public static Check? Missing(ModelData data, double? limit)
    {
        if (limit is not { } allowed)
            return null;
        var columns = DataMeasures.MissingCounts(data).OrderByDescending(column => column.Count).ToList();
        var beyond = columns.Where(column => (double)column.Count / data.Rows > allowed).ToList();
        var named = beyond.Count > 0 ? beyond : [columns[0]];
        var shares = string.Join(", ", named.Select(column =>
            Text($"{Shown.Percent((double)column.Count / data.Rows)} of {Shown.Value(column.Column)} is missing ({column.Count} of {data.Rows} rows)")));
        return new()
        {
            Name = "missing",
            Status = beyond.Count == 0 ? Status.Passed : Status.Failed,
            Observed = (double)columns[0].Count / data.Rows,
            Limit = allowed,
            Reason = columns[0].Count == 0
                ? Text($"no feature has a missing value in {data.Rows} rows, within the allowed {Shown.Percent(allowed)}")
                : $"{shares}, {Against(beyond.Count == 0, allowed)}",
            Hint = beyond.Count == 0 ? null : "fill the values in, list the columns under data.ignore, or raise data.checks.missing",
        };
    }

    public static Check? Duplicates(ModelData data, double? limit)
    {
        if (limit is not { } allowed)
            return null;
        var share = DataMeasures.DuplicateShare(data);
        var isWithin = share <= allowed;
        return new()
        {
            Name = "duplicates",
            Status = isWithin ? Status.Passed : Status.Failed,
            Observed = share,
            Limit = allowed,
            Reason = Text($"{Shown.Percent(share)} of the rows repeat the features and label of an earlier row ({data.Rows - data.Contents.Count} of {data.Rows} rows), {Against(isWithin, allowed)}"),
            Hint = isWithin ? null : "remove the repeated rows, or raise data.checks.duplicates",
        };
    }

    public static Check SplitsDisjoint(ModelData data, Split split)
    {
        var contents = data.Contents.Groups.ToArray();
        var trained = split.Train.Select(row => contents[row]).ToHashSet();
        var shared = split.Test.Count(row => trained.Contains(contents[row]));
        return new()
        {
            Name = "splits_disjoint",
            Status = shared == 0 ? Status.Passed : Status.Failed,
            Observed = shared,
            Limit = 0,
            Reason = shared == 0
                ? Text($"none of the {split.Test.Length} test rows has the features and label of one of the {split.Train.Length} training rows")
                : Text($"{shared} of {split.Test.Length} test rows have the features and label of a training row"),
        };
    }

    private static string Repeated(ModelData data, RowGroups keys)
    {
        var repeated = keys.Groups.ToArray().Index().GroupBy(row => row.Item).Where(rows => rows.Skip(1).Any()).Select(rows => rows.First().Index);
        return string.Join(", ", repeated.Take(KeysShown).Select(row => Shown.Value(string.Join(", ", data.Keys.Select(key => key.Text(row))))));
    }

    private static string Against(bool isWithin, double allowed) =>
        $"{(isWithin ? "within" : "more than")} the allowed {Shown.Percent(allowed)}";

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
