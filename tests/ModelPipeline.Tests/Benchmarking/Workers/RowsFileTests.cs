using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Data;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Benchmarking.Workers;

public sealed class RowsFileTests
{
    [Fact]
    public void Rows_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var rows = new Table(
        [
            new NumericColumn("a,\n\"π", [1.5, double.NaN, -0.0, double.PositiveInfinity]),
            new CategoricalColumn("b", [1, CategoricalColumn.Missing, 0, 1], ["", "zß\r\n"]),
        ]);

        RowsFile.Write(folder["rows"], rows);
        var read = RowsFile.Read(folder["rows"]);

        read.Columns.Select(column => column.Name).ShouldBe(["a,\n\"π", "b"]);
        ((NumericColumn)read.Columns[0]).Values.ToArray().Select(BitConverter.DoubleToInt64Bits)
            .ShouldBe(((NumericColumn)rows.Columns[0]).Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
        ((CategoricalColumn)read.Columns[1]).Codes.ToArray().ShouldBe([1, -1, 0, 1]);
        ((CategoricalColumn)read.Columns[1]).Categories.ShouldBe(["", "zß\r\n"]);
    }

    [Fact]
    public void Text_is_no_input_of_a_model()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<ArgumentException>(() => RowsFile.Write(folder["rows"], new Table([new TextColumn("t", ["a"])])));
    }
}
