namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>data.split</c>.</summary>
internal static class SplitSection
{
    private static readonly SplitSpec Defaults = new() { Method = SplitMethod.Random };

    public static SplitSpec Read(Section split, ModelTask? task, bool hasTime, ColumnRoles roles)
    {
        var value = split.Find("method");
        var method = value?.Word(Words.SplitMethods);
        if (method == SplitMethod.Stratified && task == ModelTask.Regression)
            value!.Fault("cannot be stratified for regression: use random, time or group");
        if (method == SplitMethod.Time && !hasTime)
            value!.Fault("is time, but no column is: name it in 'data.time'");

        return new SplitSpec
        {
            Test = split.Find("test")?.Number(NumberRange.Share with { IsOpen = true }) ?? Defaults.Test,
            Method = method ?? (task == ModelTask.Regression ? SplitMethod.Random : SplitMethod.Stratified),
            Seed = split.Find("seed")?.Integer(NumberRange.Any) ?? Defaults.Seed,
            Group = ReadGroup(split, value, method, roles),
        };
    }

    private static string? ReadGroup(Section split, SpecValue? methodValue, SplitMethod? method, ColumnRoles roles)
    {
        var value = split.Find("group");
        if (value is null && method == SplitMethod.Group)
            methodValue!.Fault("is group, but no column is named: name it in 'data.split.group'");
        if (value is null)
            return null;

        var column = value.Text();
        if (methodValue is null || method is not (null or SplitMethod.Group))
            value.Fault("is only for 'data.split.method: group': write that too, or remove it");
        if (column is not null && roles.Of(column) is ColumnRole.Label or ColumnRole.Time)
            value.Fault($"cannot be {QuotedText.Of(column)}: it is the label or the time");
        return column;
    }
}
