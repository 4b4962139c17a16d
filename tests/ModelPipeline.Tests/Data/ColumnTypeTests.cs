using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class ColumnTypeTests
{
    [Theory]
    [InlineData(ColumnType.Numeric, "1", "-2.5", "3e-4", ".5", "5.", "007", "-0", "1E+3")]
    [InlineData(ColumnType.Numeric, "1", "", "NA", "n/a", "nan", "NULL")]
    [InlineData(ColumnType.Categorical, "1", "+2")]
    [InlineData(ColumnType.Categorical, "1", " 2")]
    [InlineData(ColumnType.Categorical, "1", "\"1,000\"")]
    [InlineData(ColumnType.Categorical, "1", "0x1F")]
    [InlineData(ColumnType.Categorical, "1", "-NaN")]
    [InlineData(ColumnType.Categorical, "a", "inf")]
    [InlineData(ColumnType.Categorical, "-", "--1", "1-")]
    [InlineData(ColumnType.Categorical, "true", "false", "")]
    [InlineData(ColumnType.Time, "2026-01-31", "2026-02-28T23:59", "2026-02-28 23:59:59.1234567Z", "2026-01-01T00:00:00+05:30", "null")]
    [InlineData(ColumnType.Categorical, "2026-01-31", "2026-02-30")]
    [InlineData(ColumnType.Categorical, "31/01/2026")]
    [InlineData(ColumnType.Numeric, "20260131")]
    [InlineData(ColumnType.Text, "", "NA", "")]
    public void The_type_follows_from_every_value(ColumnType type, params string[] values) => Read(values).Type.ShouldBe(type);

    [Theory]
    [InlineData(50, 50, ColumnType.Categorical)]
    [InlineData(51, 51, ColumnType.Text)]
    [InlineData(51, 1020, ColumnType.Categorical)]
    [InlineData(51, 1019, ColumnType.Text)]
    [InlineData(1000, 21_000, ColumnType.Categorical)]
    [InlineData(1001, 21_000, ColumnType.Text)]
    public void Texts_are_categories_while_there_are_few(int distinct, int rows, ColumnType type) =>
        Read([.. Enumerable.Range(0, rows).Select(row => "v" + row % distinct)]).Type.ShouldBe(type);

    [Fact]
    public void Numbers_are_read_and_minus_zero_is_zero()
    {
        var values = ((NumericColumn)Read(["1.25", "-0", "", "1e3", "-.5"])).Values.ToArray();

        values.ShouldBe([1.25, 0, double.NaN, 1000, -0.5]);
        double.IsNegative(values[1]).ShouldBeFalse();
    }

    [Fact]
    public void Times_are_read_as_utc()
    {
        var values = ((TimeColumn)Read(["2026-01-31", "2026-01-31T01:00:00+02:00", "", "2026-01-31 10:30"])).Values.ToArray();

        values.ShouldBe([new DateTime(2026, 1, 31), new DateTime(2026, 1, 30, 23, 0, 0), null, new DateTime(2026, 1, 31, 10, 30, 0)]);
        values[0]!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Categories_are_in_ordinal_order_and_missing_ones_have_no_code()
    {
        var column = (CategoricalColumn)Read(["b", "B", "\"NA\"", "a", "b"]);

        column.Categories.ShouldBe(["B", "a", "b"]);
        column.Codes.ToArray().ShouldBe([2, 0, CategoricalColumn.Missing, 1, 2]);
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void An_infinite_number_is_refused(string text) =>
        DataFolder.FaultsOf($"id,x,y\na,1,yes\nb,{text},no\n").ShouldBe(
            [$"data.csv:3: column 'x': '{text}' is not a finite number: leave it empty where the number is unknown"]);

    [Fact]
    public void The_spec_overrides_the_type()
    {
        var columns = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Categorical, ["z"] = ColumnType.Text, ["e"] = ColumnType.Numeric };

        var data = DataFolder.ReadText("id,x,z,e,y\na,1,2,,yes\nb,1.0,2,,no\n", Given.Spec() with { Columns = columns });

        data.Table["z"].Type.ShouldBe(ColumnType.Text);
        data.Table["e"].Type.ShouldBe(ColumnType.Numeric);
        ((CategoricalColumn)data.Table["x"]).Categories.ShouldBe(["1", "1.0"]);
    }

    [Fact]
    public void Values_that_do_not_fit_an_overridden_type_are_one_fault_a_column_and_kind()
    {
        var columns = new Dictionary<string, ColumnType> { ["price"] = ColumnType.Numeric, ["when"] = ColumnType.Time };

        DataFolder.FaultsOf("id,price,when,y\na,abc,2026,yes\nb,1,2026-01-01,no\nc,abc,,no\nd,1e999,\"x\ny\",no\n", Given.Spec() with { Columns = columns }).ShouldBe(
        [
            "data.csv:2: column 'price': 'abc' is not a number (model.yaml says 'price: numeric'), in 2 rows",
            "data.csv:5: column 'price': '1e999' is not a finite number: leave it empty where the number is unknown (model.yaml says 'price: numeric')",
            "data.csv:2: column 'when': '2026' is not an ISO 8601 time such as 2026-01-31 or 2026-01-31T12:00:00Z (model.yaml says 'when: time'), nor is 1 other (in line 5)",
        ]);
    }

    [Fact]
    public void Keys_are_text_whatever_their_look_and_only_an_empty_one_is_missing()
    {
        var key = (TextColumn)DataFolder.ReadText("id,x,y\n007,1,yes\nNA,2,no\n,3,no\n").Table["id"];

        key.Values.ToArray().ShouldBe(["007", "NA", null]);
    }

    [Fact]
    public void The_label_of_a_classification_is_categorical_whatever_its_look() =>
        ((CategoricalColumn)DataFolder.ReadText("id,x,y\na,1,1\nb,2,0\n").Table["y"]).Categories.ShouldBe(["0", "1"]);

    [Fact]
    public void The_label_of_a_regression_must_be_numeric() =>
        DataFolder.FaultsOf("id,x,y\na,1,1\nb,2,high\n", task: ModelTask.Regression).ShouldBe(
            ["data.csv:3: column 'y': 'high' is not a number (it is the label of a regression)"]);

    [Fact]
    public void The_time_column_must_be_a_time() =>
        DataFolder.FaultsOf("id,t,x,y\na,1,1,yes\n", Given.Spec() with { Time = "t" }).ShouldHaveSingleItem()
            .ShouldBe("data.csv:2: column 't': '1' is not an ISO 8601 time such as 2026-01-31 or 2026-01-31T12:00:00Z (it is data.time)");

    private static Column Read(string[] values) =>
        DataFolder.ReadText("id,x,y\n" + string.Concat(values.Select(value => $"a,{value},yes\n"))).Table["x"];
}
