using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class GoldenRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_rows_stand_beside_their_scores_with_every_digit()
    {
        var rows = new Table(
        [
            new NumericColumn("age", [1.5, double.NaN, 1e-7]),
            new CategoricalColumn("plan", [1, 0, CategoricalColumn.Missing], ["a,b", "say \"hi\""]),
        ]);

        GoldenRows.Write(_folder.Path, rows, new Scores(["no", "yes"], [0.1, 0.9, 1.0 / 3, 2.0 / 3, 1, 0]));

        File.ReadAllText(_folder["golden.csv"]).ShouldBe(
            "age,plan,output:no,output:yes\n"
            + "1.5,\"say \"\"hi\"\"\",0.1,0.9\n"
            + ",\"a,b\",0.3333333333333333,0.6666666666666666\n"
            + "1E-07,,1,0\n");
    }

    [Fact]
    public void The_rows_and_scores_are_read_as_they_were_written()
    {
        var rows = new Table(
        [
            new NumericColumn("age", [1.5, double.NaN, 1e-7, 5e20]),
            new CategoricalColumn("plan", [2, 0, CategoricalColumn.Missing, 2], ["NA", "never, here", " say\n\"hi\" "]),
        ]);
        var scores = new Scores(["no", "yes"], [0.1, 0.9, 1.0 / 3, 2.0 / 3, double.NaN, double.PositiveInfinity, -5e-324, 1]);
        GoldenRows.Write(_folder.Path, rows, scores);

        var read = GoldenRows.Read(_folder.Path, Signature);

        read.Scores.Outputs.ShouldBe(scores.Outputs);
        read.Scores.Values.ToArray().ShouldBe(scores.Values.ToArray());
        ((NumericColumn)read.Rows["age"]).Values.ToArray().ShouldBe([1.5, double.NaN, 1e-7, 5e20]);
        Enumerable.Range(0, 4).Select(row => read.Rows["plan"].Text(row)).ShouldBe([" say\n\"hi\" ", "NA", "", " say\n\"hi\" "]);
        read.Rows["plan"].IsMissing(2).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "golden.csv")]
    [InlineData("", "it has no rows, or other columns than the model")]
    [InlineData("age,plan,output:no,output:yes\n", "it has no rows")]
    [InlineData("plan,age,output:no,output:yes\na,1,0,1\n", "other columns than the model")]
    [InlineData("age,plan,output:no,output:yes\n1,a,0\n", "other columns than the model")]
    [InlineData("age,plan,output:no,output:yes\nold,a,0,1\n", "'old' is not a number")]
    [InlineData("age,plan,output:no,output:yes\nInfinity,a,0,1\n", "'Infinity' is not a number")]
    [InlineData("age,plan,output:no,output:yes\n1,\"a,0,1\n", "golden.csv")]
    [InlineData("age,plan,output:no,output:yes\n1,a,0,\n", "not in a correct format")]
    public void What_is_no_table_of_golden_rows_is_refused(string? text, string reason)
    {
        if (text is not null)
            _folder.Write("golden.csv", text);

        var fault = Should.Throw<InvalidDataException>(() => GoldenRows.Read(_folder.Path, Signature));

        fault.Message.ShouldStartWith($"{_folder["golden.csv"]} cannot be read: ");
        fault.Message.ShouldContain(reason);
    }

    private static ModelSignature Signature { get; } = new(
        ModelTask.MulticlassClassification,
        [new FeatureSignature("age", ColumnType.Numeric, []), new FeatureSignature("plan", ColumnType.Categorical, [])],
        ["no", "yes"],
        ["no", "yes"]);

    public void Dispose() => _folder.Dispose();
}
