using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

/// <summary>Specs and rows for tests.</summary>
internal static class Given
{
    public static DataSpec Spec(SplitMethod method = SplitMethod.Random) => new()
    {
        Path = "data.csv",
        Label = "y",
        Positive = "yes",
        Key = ["id"],
        Split = new SplitSpec { Method = method },
    };

    /// <summary>Rows with the columns <c>id</c>, <c>x</c>, <c>day</c>, <c>site</c> and <c>y</c>, of which <c>x</c> alone is a feature.</summary>
    public static ModelData Rows(IReadOnlyList<Row> rows, ModelTask task = ModelTask.BinaryClassification)
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var spec = Spec() with { Time = "day", Ignore = ["site"], Split = new SplitSpec { Method = SplitMethod.Group, Group = "site" } };
        return ModelData.Of(spec, task, Dataset(
        [
            new TextColumn("id", [.. rows.Select(row => row.Key)]),
            new NumericColumn("x", [.. rows.Select(row => (double)row.X)]),
            new TimeColumn("day", [.. rows.Select(row => (DateTime?)start.AddDays(row.Day))]),
            Categories("site", [.. rows.Select(row => row.Site.ToString(CultureInfo.InvariantCulture))]),
            task == ModelTask.Regression
                ? new NumericColumn("y", [.. rows.Select(row => row.Label.Length * 1.0)])
                : Categories("y", [.. rows.Select(row => row.Label)]),
        ]));
    }

    public static Dataset Dataset(IReadOnlyList<Column> columns) => new(new Table(columns), Digest.Of("rows"), ["data.csv"]);

    public static CategoricalColumn Categories(string name, IReadOnlyList<string?> values)
    {
        string[] categories = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => value is null ? CategoricalColumn.Missing : Array.BinarySearch(categories, value, StringComparer.Ordinal))], categories);
    }
}
