using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class SignatureRowsTests
{
    [Fact]
    public void The_columns_are_those_of_the_signature_in_its_order()
    {
        var rows = Of(
            [Numeric("b"), Categorical("a")],
            new CategoricalColumn("a", [0], ["x"]),
            new TextColumn("key", ["1"]),
            new NumericColumn("b", [2]));

        rows.Faults.ShouldBeEmpty();
        rows.Inputs.ShouldNotBeNull().Columns.Select(column => column.Name).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void A_category_that_is_a_number_is_taken_for_it()
    {
        var rows = Of([Numeric("x")], new CategoricalColumn("x", [1, 0, CategoricalColumn.Missing], ["-1.5e2", "7"]));

        ((NumericColumn)rows.Inputs.ShouldNotBeNull()["x"]).Values.ToArray().ShouldBe([7, -150, double.NaN]);
    }

    [Fact]
    public void A_number_is_taken_for_the_category_of_its_text()
    {
        var rows = Of([Categorical("x")], new NumericColumn("x", [10, 0.5, double.NaN, 9, 10]));

        var column = (CategoricalColumn)rows.Inputs.ShouldNotBeNull()["x"];
        column.Categories.ShouldBe(["0.5", "10", "9"]);
        column.Codes.ToArray().ShouldBe([1, 0, CategoricalColumn.Missing, 2, 1]);
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("1,5")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData(" 7")]
    public void A_category_that_is_no_number_is_a_fault(string category) =>
        Of([Numeric("x")], new CategoricalColumn("x", [0, 1], ["1", category])).Faults.ShouldBe(["column 'x' is categorical now, not numeric"]);

    [Fact]
    public void Everything_that_the_rows_lack_is_told_at_once_and_there_are_no_inputs()
    {
        var rows = Of(
            [Numeric("gone\n"), Categorical("notes"), Numeric("day"), Numeric("x")],
            new TextColumn("notes", ["a"]),
            new TimeColumn("day", [DateTime.UnixEpoch]),
            new NumericColumn("x", [1]));

        rows.Inputs.ShouldBeNull();
        rows.Faults.ShouldBe([@"the data have no column 'gone\n'", "column 'notes' is text now, not categorical", "column 'day' is time now, not numeric"]);
    }

    private static FeatureSignature Numeric(string name) => new(name, ColumnType.Numeric, []);

    private static FeatureSignature Categorical(string name) => new(name, ColumnType.Categorical, ["x"]);

    private static SignatureRows Of(FeatureSignature[] inputs, params Column[] columns) =>
        SignatureRows.Of(new ModelSignature(ModelTask.Regression, inputs, ["prediction"], []), new Table(columns));
}
