using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class DecimalCommaTests
{
    private static readonly Dictionary<string, ColumnType> Overridden = new() { ["price"] = ColumnType.Categorical };

    [Theory]
    [InlineData("1,5", "1.5")]
    [InlineData("-0,25", "-0.25")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1.5", null)]
    [InlineData("15", null)]
    [InlineData("1,2,3", null)]
    [InlineData("12.34,5", null)]
    [InlineData("1,5 EUR", null)]
    public void A_decimal_comma_is_told_from_other_commas(string text, string? number)
    {
        DecimalComma.WithPoint(text).ShouldBe(number);
        DecimalComma.IsIn(text).ShouldBe(number is not null);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    public void A_column_of_them_is_no_feature_and_the_reason_says_why(int distinct)
    {
        var data = Of(i => i % 10 == 0 ? $"{i % distinct}" : $"1.{100 + i % distinct},5");

        data.Features.Columns.Select(column => column.Name).ShouldBe(["x"]);
        data.Unused.ShouldBe([new("price", "looks like numbers with decimal commas: write them with a point, or say in data.columns what they are")]);
    }

    [Fact]
    public void The_spec_can_make_categories_of_them() =>
        Of(i => $"{i % 3},5", Overridden).Features.Columns.Select(column => column.Name).ShouldBe(["price", "x"]);

    [Fact]
    public void A_column_with_other_texts_is_what_it_was() =>
        Of(i => i % 10 == 0 ? $"about {i % 30}" : $"{i % 3},5").Features.Columns.Select(column => column.Name).ShouldBe(["price", "x"]);

    [Fact]
    public void Codes_that_are_seldom_joined_by_a_comma_are_categories() =>
        Of(i => i % 4 == 0 ? "1,2" : $"{i % 4}").Features.Columns.Select(column => column.Name).ShouldBe(["price", "x"]);

    [Fact]
    public void Where_a_number_must_be_the_message_says_how_to_write_it() =>
        DataFolder.FaultsOf("id,x,y\na,1,\"1.234,5\"\nb,2,\"2,5\"\n", task: ModelTask.Regression).ShouldBe(
            ["data.csv:2: column 'y': '1.234,5' is not a number: write 1234.5 with a point (it is the label of a regression), nor is 1 other (in line 3)"]);

    private static ModelData Of(Func<int, string> price, IReadOnlyDictionary<string, ColumnType>? columns = null)
    {
        var spec = Given.Spec() with { Columns = columns ?? new Dictionary<string, ColumnType>() };
        var rows = Enumerable.Range(0, 400).Select(i => $"k{i},\"{price(i)}\",{i},{(i % 2 == 0 ? "yes" : "no")}\n");
        return ModelData.Of(spec, ModelTask.BinaryClassification, DataFolder.ReadText("id,price,x,y\n" + string.Concat(rows), spec));
    }
}
