using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class SampleDataTests
{
    [Fact]
    public void Churn_reads_with_its_types_and_missing_values()
    {
        var data = Read("churn", "churn", "customer_id", ModelTask.BinaryClassification);

        data.Table.Rows.ShouldBe(7043);
        Names(data, ColumnType.Numeric).ShouldBe(
            ["female", "senior_citizen", "partner", "dependents", "tenure", "phone_service", "paperless_billing", "monthly_charges", "total_charges"]);
        Names(data, ColumnType.Categorical).ShouldBe(
            ["churn", "multiple_lines", "internet_service", "online_security", "online_backup", "device_protection", "tech_support",
             "streaming_tv", "streaming_movies", "contract", "payment_method"]);
        Names(data, ColumnType.Text).ShouldBe(["customer_id"]);
        Missing(data).ShouldBe(["total_charges 11"]);
    }

    [Fact]
    public void Penguins_read_with_their_types_and_missing_values()
    {
        var data = Read("penguins", "species", "id", ModelTask.MulticlassClassification);

        data.Table.Rows.ShouldBe(344);
        Names(data, ColumnType.Numeric).ShouldBe(["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]);
        Names(data, ColumnType.Categorical).ShouldBe(["species", "island", "sex"]);
        ((CategoricalColumn)data.Table["species"]).Categories.ShouldBe(["Adelie", "Chinstrap", "Gentoo"]);
        Missing(data).ShouldBe(["bill_length_mm 2", "bill_depth_mm 2", "flipper_length_mm 2", "body_mass_g 2", "sex 11"]);
    }

    [Fact]
    public void Diamonds_read_with_their_types()
    {
        var data = Read("diamonds", "price", "id", ModelTask.Regression);

        data.Table.Rows.ShouldBe(53_940);
        Names(data, ColumnType.Numeric).ShouldBe(["carat", "depth", "table", "price", "x", "y", "z"]);
        Names(data, ColumnType.Categorical).ShouldBe(["cut", "color", "clarity"]);
        Missing(data).ShouldBeEmpty();
        data.Locate(53_939).ShouldBe("data/diamonds.csv:53941");
    }

    private static Dataset Read(string model, string label, string key, ModelTask task)
    {
        var spec = Given.Spec() with { Path = $"data/{model}.csv", Label = label, Key = [key] };
        var data = DatasetReader.Read(spec, task, Repository.Path($"models/{model}"), null, TestContext.Current.CancellationToken);
        data.Digest.ShouldBe(Digest.OfFile(Repository.Path($"models/{model}/data/{model}.csv")));
        return data;
    }

    private static IEnumerable<string> Names(Dataset data, ColumnType type) =>
        data.Table.Columns.Where(column => column.Type == type).Select(column => column.Name);

    private static IEnumerable<string> Missing(Dataset data) => data.Table.Columns
        .Select(column => (column.Name, Count: Enumerable.Range(0, column.Count).Count(column.IsMissing)))
        .Where(missing => missing.Count > 0)
        .Select(missing => $"{missing.Name} {missing.Count}");
}
