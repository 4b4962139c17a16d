using ModelPipeline.Data;

namespace ModelPipeline.Specs.Reading;

/// <summary>The words of the format and what they mean.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, ModelTask> Tasks { get; } = new Dictionary<string, ModelTask>
    {
        ["binary-classification"] = ModelTask.BinaryClassification,
        ["multiclass-classification"] = ModelTask.MulticlassClassification,
        ["regression"] = ModelTask.Regression,
    };

    public static IReadOnlyDictionary<string, SplitMethod> SplitMethods { get; } = new Dictionary<string, SplitMethod>
    {
        ["stratified"] = SplitMethod.Stratified,
        ["random"] = SplitMethod.Random,
        ["time"] = SplitMethod.Time,
        ["group"] = SplitMethod.Group,
    };

    public static IReadOnlyDictionary<string, Undecided> Undecided { get; } = new Dictionary<string, Undecided>
    {
        ["fail"] = Specs.Undecided.Fail,
        ["pass"] = Specs.Undecided.Pass,
    };

    public static IReadOnlyDictionary<string, Arrivals> Arrivals { get; } = new Dictionary<string, Arrivals>
    {
        ["constant"] = Specs.Arrivals.Constant,
        ["poisson"] = Specs.Arrivals.Poisson,
    };

    public static IReadOnlyDictionary<string, ContainerUse> ContainerUses { get; } = new Dictionary<string, ContainerUse>
    {
        ["required"] = ContainerUse.Required,
        ["optional"] = ContainerUse.Optional,
    };

    public static IReadOnlyDictionary<string, VersionBump> VersionBumps { get; } = new Dictionary<string, VersionBump>
    {
        ["auto"] = VersionBump.Auto,
        ["patch"] = VersionBump.Patch,
        ["minor"] = VersionBump.Minor,
        ["major"] = VersionBump.Major,
    };

    public static IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; } = new Dictionary<string, ColumnType>
    {
        ["numeric"] = ColumnType.Numeric,
        ["categorical"] = ColumnType.Categorical,
        ["time"] = ColumnType.Time,
        ["text"] = ColumnType.Text,
    };

    public static string Of(ModelTask task) => Tasks.First(word => word.Value == task).Key;

    public static string Of(ColumnType type) => ColumnTypes.First(word => word.Value == type).Key;
}
