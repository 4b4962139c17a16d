using ModelPipeline.Data;
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

    public void Dispose() => _folder.Dispose();
}
