using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.OpenApi;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void Rows_are_described_by_the_signature()
    {
        using var sample = ServedSample.Champion("churn");

        using var document = JsonDocument.Parse(OpenApiDocument.Of(sample.Model));

        var row = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Row");
        row.GetProperty("properties").GetProperty("tenure").GetRawText().ShouldBe("""{"type":["number","null"]}""");
        row.GetProperty("properties").GetProperty("contract").GetProperty("enum").GetRawText().ShouldBe("""["Month-to-month","One year","Two year",null]""");
        row.GetProperty("required").GetArrayLength().ShouldBe(sample.Bundle.Manifest.Signature.Inputs.Count);
    }

    [Fact]
    public void Every_form_of_rows_has_an_example()
    {
        using var sample = ServedSample.Champion("diamonds");

        using var document = JsonDocument.Parse(OpenApiDocument.Of(sample.Model));

        var content = document.RootElement.GetProperty("paths").GetProperty("/invocations").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        content.EnumerateObject().Select(form => form.Name).ShouldBe(["application/json", "text/csv", "application/x-ndjson"]);
        content.GetProperty("application/json").GetProperty("examples").EnumerateObject().Select(form => form.Name).ShouldBe(["dataframe_records", "dataframe_split", "inputs"]);
        content.GetProperty("text/csv").GetProperty("example").GetString()!.Split('\n')[0].ShouldStartWith("carat,cut,color");
    }

    [Fact]
    public void The_example_is_made_of_statistics_and_nobodys_row()
    {
        using var sample = ServedSample.Champion("churn");
        var (golden, _) = GoldenRows.Read(sample.Bundle.Folder, sample.Bundle.Manifest.Signature);
        var statistics = sample.Bundle.Manifest.Data.Columns.ToDictionary(column => column.Name);

        var example = ExampleRow.Of(sample.Model);

        foreach (var column in example.Inputs.Columns)
        {
            if (statistics[column.Name] is NumericStatistics numbers)
                ((NumericColumn)column).Values[0].ShouldBe(numbers.Quantiles.Single(quantile => quantile.Probability == 0.5).Value);
            else
                column.Text(0).ShouldBe(((CategoricalStatistics)statistics[column.Name]).Categories[0].Category);
        }

        Enumerable.Range(0, golden.Rows).ShouldNotContain(row => golden.Columns.All(column => column.Text(row) == example.Text(column.Name)));
    }

    [Fact]
    public void Equal_bundles_give_equal_documents()
    {
        using var one = ServedSample.Champion("penguins");
        using var other = ServedSample.Champion("penguins");

        OpenApiDocument.Of(one.Model).ShouldBe(OpenApiDocument.Of(other.Model));
    }

    [Theory]
    [InlineData("churn")]
    [InlineData("diamonds")]
    [InlineData("penguins")]
    [InlineData("hostile")]
    public async Task A_validator_finds_no_fault_in_the_document(string name)
    {
        using var sample = name == "hostile" ? ServedSample.Hostile() : ServedSample.Champion(name);
        var validator = await OpenApiValidator.InstalledAsync();

        (await validator.FaultsAsync(OpenApiDocument.Of(sample.Model))).ShouldBe("valid 3.1");
    }

    [Fact]
    public async Task The_validator_can_find_a_fault()
    {
        var validator = await OpenApiValidator.InstalledAsync();

        (await validator.FaultsAsync("""{"openapi":"3.1.0","info":{"title":"x"},"paths":{}}"""u8.ToArray())).ShouldContain("version");
    }
}
