using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class ModelDataTests
{
    [Fact]
    public void Features_are_the_numbers_and_categories_without_another_role()
    {
        var spec = Given.Spec() with { Time = "when", Ignore = ["notes"] };

        var data = Of("id,size,when,color,notes,other_day,empty,name,y\na,1,2026-01-01,red,n,2026-01-01,,n1,yes\nb,2,2026-01-02,,n,2026-01-02,NA,n2,no\n",
            spec with { Columns = new Dictionary<string, ColumnType> { ["name"] = ColumnType.Text, ["empty"] = ColumnType.Numeric } });

        data.Features.Columns.Select(column => column.Name).ShouldBe(["size", "color"]);
        data.Keys.Select(key => key.Name).ShouldBe(["id"]);
        data.Time!.Name.ShouldBe("when");
        data.Unused.ShouldBe(
        [
            new("other_day", "is a time: a feature is numeric or categorical"),
            new("empty", "has no value in any row"),
            new("name", "is text: a feature is numeric or categorical (data.columns can say so)"),
        ]);
    }

    [Fact]
    public void A_binary_label_has_the_negative_class_first()
    {
        var data = Of("id,x,y\na,1,yes\nb,2,zero\nc,3,yes\n");

        data.Labels.Classes.ShouldBe(["zero", "yes"]);
        data.Labels.Codes.ToArray().ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void Very_many_classes_are_coded_one_by_one()
    {
        var data = Of("id,x,y\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i},{i},c{i:00000}\n")), task: ModelTask.MulticlassClassification);

        data.Labels.Classes.Count.ShouldBe(20_000);
        data.Labels.Codes.ToArray().ShouldBe(Enumerable.Range(0, 20_000));
    }

    [Fact]
    public void The_classes_of_a_multiclass_label_are_in_ordinal_order()
    {
        var data = Of("id,x,y\na,1,b\nb,2,a\nc,3,B\n", task: ModelTask.MulticlassClassification);

        data.Labels.Classes.ShouldBe(["B", "a", "b"]);
        data.Labels.Codes.ToArray().ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void The_labels_of_a_regression_are_numbers() =>
        Of("id,x,y\na,1,1.5\nb,2,2\n", task: ModelTask.Regression).Labels.Numbers.ToArray().ShouldBe([1.5, 2]);

    [Theory]
    [InlineData("a,1,\nb,2,NA\n", "data.label: 'y' has no value in any row")]
    [InlineData("a,1,yes\nb,2,\nc,3,no\nd,4,null\n", "data.label: 'y' is missing in 2 of 4 rows (data.csv:3, data.csv:5): fill it in or leave these rows out")]
    [InlineData("a,1,yes\nb,2,yes\n", "data.label: 'y' is 'yes' in every row: there is nothing to predict")]
    [InlineData("a,1,yes\nb,2,no\nc,3,maybe\n", "data.label: 'y' has 3 values ('maybe', 'no', 'yes') where binary-classification needs two: use task: multiclass-classification, or leave rows out")]
    [InlineData("a,1,Yes\nb,2,No\n", "data.positive: no row has the value 'yes'; data.label: 'y' has 'No', 'Yes': name one of them")]
    public void A_label_that_is_not_binary_is_refused(string rows, string fault) => FaultsOf("id,x,y\n" + rows).ShouldBe([fault]);

    [Theory]
    [InlineData("a,1,u\nb,2,v\n", "data.label: 'y' has only the values 'u', 'v': use task: binary-classification")]
    [InlineData("a,1,u\nb,2,u\n", "data.label: 'y' is 'u' in every row: there is nothing to predict")]
    public void A_label_without_three_classes_is_refused(string rows, string fault) =>
        FaultsOf("id,x,y\n" + rows, task: ModelTask.MulticlassClassification).ShouldBe([fault]);

    [Theory]
    [InlineData("a,1,2.5\nb,2,2.50\n", "data.label: 'y' is 2.5 in every row: there is nothing to predict")]
    [InlineData("a,1,\nb,2,\n", "data.label: 'y' has no value in any row")]
    [InlineData("a,1,1\nb,2,-1e200\n", "data.label: 'y' is -1E+200 in data.csv:3, too great to compute with: correct or rescale it")]
    [InlineData("a,1,1\nb,2,\nc,2,3\n", "data.label: 'y' is missing in 1 of 3 rows (data.csv:3): fill it in or leave these rows out")]
    public void A_label_that_is_no_target_of_a_regression_is_refused(string rows, string fault) =>
        FaultsOf("id,x,y\n" + rows, task: ModelTask.Regression).ShouldBe([fault]);

    [Fact]
    public void A_binary_label_needs_a_positive_value() =>
        FaultsOf("id,x,y\na,1,u\nb,2,v\n", Given.Spec() with { Positive = null })
            .ShouldBe(["data.positive: it is not set; data.label: 'y' has 'u', 'v': name one of them"]);

    [Fact]
    public void At_least_one_feature_must_be_left_and_all_faults_are_reported_together() =>
        FaultsOf("id,x,y\na,,yes\nb,,\nc,,no\n").ShouldBe(
        [
            "data.label: 'y' is missing in 1 of 3 rows (data.csv:3): fill it in or leave these rows out",
            "no column is left as a feature: 'x' has no value in any row",
        ]);

    [Fact]
    public void Of_many_rows_without_a_label_the_first_are_named() =>
        FaultsOf("id,x,y\na,1,yes\nb,1,no\n" + string.Concat(Enumerable.Repeat("c,1,\n", 9))).ShouldHaveSingleItem()
            .ShouldContain("is missing in 9 of 11 rows (data.csv:4, data.csv:5, data.csv:6, data.csv:7, data.csv:8, …)");

    private static ModelData Of(string content, DataSpec? spec = null, ModelTask task = ModelTask.BinaryClassification) =>
        ModelData.Of(spec ?? Given.Spec(), task, DataFolder.ReadText(content, spec, task));

    private static IReadOnlyList<string> FaultsOf(string content, DataSpec? spec = null, ModelTask task = ModelTask.BinaryClassification) =>
        Should.Throw<DataException>(() => Of(content, spec, task)).Faults;
}
