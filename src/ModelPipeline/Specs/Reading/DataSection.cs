using ModelPipeline.Data;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>data</c>.</summary>
internal static class DataSection
{
    public static DataSpec Read(Section data, ModelTask? task, ColumnRoles roles)
    {
        var label = roles.Claim(data.Find("label"), ColumnRole.Label);
        var key = roles.ClaimAll(data.Find("key"), ColumnRole.Key);
        var time = roles.Claim(data.Find("time"), ColumnRole.Time);
        var ignore = roles.ClaimAll(data.Find("ignore"), ColumnRole.Ignored);
        if (data.Find("key") is { IsEmptyList: true } empty)
            empty.Fault("must name at least one column");

        return new DataSpec
        {
            Path = DataPath.Read(data.Find("path")) ?? "",
            Label = label ?? "",
            Positive = ReadPositive(data, task),
            Key = key,
            Time = time,
            Ignore = ignore,
            Columns = ReadColumns(data, task, roles),
            Split = SplitSection.Read(data.Sub("split"), task, time is not null, roles),
            Checks = ReadChecks(data.Sub("checks")),
        };
    }

    private static string? ReadPositive(Section data, ModelTask? task)
    {
        var value = data.Find("positive");
        if (value is null && task == ModelTask.BinaryClassification)
            data.Fault("missing key 'data.positive' (the label's value that binary-classification predicts)");
        if (value is not null && task is { } known && known != ModelTask.BinaryClassification)
            value.Fault($"is for binary-classification only, not for {Words.Of(known)}: remove it");
        return value?.Literal();
    }

    private static Dictionary<string, ColumnType> ReadColumns(Section data, ModelTask? task, ColumnRoles roles)
    {
        var types = new Dictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach (var column in data.Find("columns")?.Named() ?? [])
        {
            if (column.Value.Word(Words.ColumnTypes) is not { } type)
                continue;
            types.Add(column.Name, type);
            if (roles.Of(column.Name) is { } role && ColumnRoles.Objection(role, type, task) is { } objection)
                column.Value.Fault(objection);
        }

        return types;
    }

    private static DataChecksSpec ReadChecks(Section checks) => new()
    {
        Missing = checks.Find("missing")?.Number(NumberRange.Share),
        Duplicates = checks.Find("duplicates")?.Number(NumberRange.Share),
    };
}
