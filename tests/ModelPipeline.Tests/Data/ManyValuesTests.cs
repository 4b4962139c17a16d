using ModelPipeline.Data;

namespace ModelPipeline.Tests.Data;

/// <summary>Columns with so many different values that equal ones are no longer stored once.</summary>
public sealed class ManyValuesTests
{
    private const int Count = 5000;

    [Fact]
    public void Numbers_are_read_in_their_rows()
    {
        double[] expected = [.. Enumerable.Range(0, Count).Select(i => i % 7 == 0 ? double.NaN : i % 4500 / 4.0)];

        var column = Read(expected.Select(number => double.IsNaN(number) ? "NA" : $"{number:R}"));

        ((NumericColumn)column).Values.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Texts_are_read_in_their_rows_also_very_long_ones()
    {
        string[] expected = [.. Enumerable.Range(0, Count).Select(i => i % 1000 == 999 ? new string('x', 40_000) + i : $"text {i % 4500}")];

        var column = Read(expected);

        ((TextColumn)column).Values.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Categories_that_the_spec_asks_for_are_each_listed_once()
    {
        string[] expected = [.. Enumerable.Range(0, Count).Select(i => $"v{i % 4500}")];

        var column = (CategoricalColumn)Read(expected, ColumnType.Categorical);

        column.Categories.ShouldBe(expected.Distinct().Order(StringComparer.Ordinal));
        Enumerable.Range(0, Count).Select(column.Text).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1000, ColumnType.Categorical)]
    [InlineData(1001, ColumnType.Text)]
    public void Categories_are_inferred_up_to_the_limit_also_where_they_begin_to_repeat_late(int categories, ColumnType type)
    {
        string[] expected = [.. Enumerable.Range(0, 20_000).Select(i => $"v{i % categories}")];

        var column = Read(expected);

        column.Type.ShouldBe(type);
        Enumerable.Range(0, expected.Length).Select(column.Text).ShouldBe(expected);
    }

    [Fact]
    public void Values_that_do_not_fit_are_reported_once_with_their_first_line()
    {
        var values = Enumerable.Range(0, Count).Select(i => i >= 3000 && i % 1000 == 0 ? "abc" : i == 4001 ? "inf" : $"{i}");

        Should.Throw<DataException>(() => Read(values, ColumnType.Numeric)).Faults.ShouldBe(
        [
            "data.csv:3002: column 'x': 'abc' is not a number (model.yaml says 'x: numeric'), in 2 rows",
            "data.csv:4003: column 'x': 'inf' is not a finite number: leave it empty where the number is unknown (model.yaml says 'x: numeric')",
        ]);
    }

    [Fact]
    public void One_cause_in_hundreds_of_rows_is_one_fault()
    {
        var values = Enumerable.Range(0, 600).Select(i => $"{i % 28 + 1:00}.01.{1000 + i}");

        Should.Throw<DataException>(() => Read(values, ColumnType.Time)).Faults.ShouldBe(
        [
            "data.csv:2: column 'x': '01.01.1000' is not an ISO 8601 time such as 2026-01-31 or 2026-01-31T12:00:00Z (model.yaml says 'x: time'), nor are 599 others (next in line 3)",
        ]);
    }

    private static Column Read(IEnumerable<string> values, ColumnType? type = null)
    {
        var spec = Given.Spec() with { Columns = type is { } wanted ? new Dictionary<string, ColumnType> { ["x"] = wanted } : [] };
        return DataFolder.ReadText("id,x,y\n" + string.Concat(values.Select((value, i) => $"k{i},{value},yes\n")), spec).Table["x"];
    }
}
