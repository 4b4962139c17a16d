using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;

namespace ModelPipeline.Tests.Evaluation;

public sealed class SlicesTests
{
    [Fact]
    public void Combinations_without_rows_are_left_out()
    {
        var rows = new Table(
        [
            new NumericColumn("female", [1, 0, 1, double.NaN]),
            new CategoricalColumn("contract", [1, 0, CategoricalColumn.Missing, 1], ["month", "year", "unused"]),
        ]);

        var slices = Slices.Of(rows, new(["female", "contract"]));

        slices.Select(slice => (slice.Name, slice.Rows[0])).ShouldBe(
        [
            ("female=0, contract=month", 1), ("female=1, contract=year", 0), ("female=1, contract is missing", 2), ("female is missing, contract=year", 3),
        ]);
        slices.LeftOut.ShouldBe(0);
    }

    [Fact]
    public void More_than_400_combinations_leave_out_the_smallest_and_say_how_many()
    {
        int[] first = [.. Enumerable.Range(0, 21 * 20), .. Enumerable.Range(20, 400)];
        var rows = new Table([Categories("a", first.Select(row => row / 20)), Categories("b", first.Select(row => row % 20))]);

        var slices = Slices.Of(rows, new(["a", "b"]));

        slices.Count.ShouldBe(400);
        slices.LeftOut.ShouldBe(20);
        slices.ShouldAllBe(slice => slice.Rows.Length == 2);
        slices[0].Name.ShouldBe("a=v01, b=v00");
        slices[^1].Name.ShouldBe("a=v20, b=v19");
    }

    [Fact]
    public void Names_that_could_be_mistaken_are_quoted()
    {
        Names(Categories("plan", "a, b=1", "is missing", "say \"x\"", "", " x", "[0, 1)", "Two year")).ShouldBe(
        [
            "plan=\"\"", "plan=\" x\"", "plan=Two year", "plan=\"[0, 1)\"", "plan=\"a, b=1\"", "plan=is missing", "plan=\"say \"\"x\"\"\"",
        ]);
        Names(Categories("a=b", "c")).ShouldBe(["\"a=b\"=c"]);
    }

    [Fact]
    public void Different_slices_never_share_a_name()
    {
        var texts = Gen.Elements("a", "b", "=", ",", "\"", " ", "[", ")", "1", "is missing", " in ").ArrayOf().Select(string.Concat);
        Check.QuickThrowOnFailure(Prop.ForAll(texts.Four().ToArbitrary(), parts =>
        {
            var (column, value, otherColumn, otherValue) = parts;
            var (name, other) = (SliceName.OfValue(column, value), SliceName.OfValue(otherColumn, otherValue));

            (name == other).ShouldBe(column == otherColumn && value == otherValue);
            string[] different =
            [
                name,
                SliceName.OfMissing(otherColumn),
                SliceName.OfRange(otherColumn, 0, 1),
                SliceName.OfLastRange(otherColumn, 0, 1),
                SliceName.OfAll([name, other]),
                SliceName.OfAll([name, SliceName.OfMissing(otherColumn)]),
                SliceName.OfAll([SliceName.OfMissing(otherColumn), name]),
                SliceName.OfAll([SliceName.OfRange(otherColumn, 0, 1), name]),
            ];
            different.ShouldBeUnique();
        }));
    }

    [Fact]
    public void Zero_and_minus_zero_are_one_slice() =>
        Names(new NumericColumn("x", [-0.0, 0.0, 1])).ShouldBe(["x=0", "x=1"]);

    [Fact]
    public void No_rows_have_no_slices() => Slices.Of(new Table([new NumericColumn("x", [])]), new(["x"])).ShouldBeEmpty();

    private static IEnumerable<string> Names(Column column) => Slices.Of(new Table([column]), new([column.Name])).Select(slice => slice.Name);

    private static CategoricalColumn Categories(string name, IEnumerable<int> values) =>
        Categories(name, [.. values.Select(value => $"v{value:00}")]);

    private static CategoricalColumn Categories(string name, params string[] values)
    {
        string[] categories = [.. values.Distinct().Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => Array.IndexOf(categories, value))], categories);
    }
}
