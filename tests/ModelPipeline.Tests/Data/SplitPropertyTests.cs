using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class SplitPropertyTests
{
    private static readonly SplitMethod[] Methods = [SplitMethod.Stratified, SplitMethod.Random, SplitMethod.Time, SplitMethod.Group];

    [Fact]
    public void The_order_of_the_rows_makes_no_difference() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from rows in Rows(20, 80, contents: 60) from shuffled in Gen.Shuffle(rows) from method in Gen.Elements(Methods) select (rows, shuffled, method)).ToArbitrary(),
        given =>
        {
            var expected = Outcome(given.rows, given.method);
            Outcome(given.shuffled, given.method).ShouldBe(expected);
        }));

    [Fact]
    public void No_content_is_on_both_sides() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from rows in Rows(30, 80, contents: 30) from method in Gen.Elements(Methods) select (rows, method)).ToArbitrary(),
        given =>
        {
            if (Split(given.rows, given.method) is not { } split)
                return;
            var trained = split.Train.Select(row => (given.rows[row].X, given.rows[row].Label));
            split.Test.Select(row => (given.rows[row].X, given.rows[row].Label)).Intersect(trained).ShouldBeEmpty();
        }));

    [Fact]
    public void More_rows_move_no_other_row_of_a_random_split_unless_they_repeat_it() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from rows in Rows(50, 80, contents: 500) from count in Gen.Choose(40, 49) select (rows, count)).ToArbitrary(),
        given =>
        {
            var added = given.rows[given.count..].Select(row => (row.X, row.Label)).ToHashSet();
            if (Split(given.rows[..given.count], SplitMethod.Random) is not { } before || Split(given.rows, SplitMethod.Random) is not { } after)
                return;
            var unrepeated = Enumerable.Range(0, given.count).Where(row => !added.Contains((given.rows[row].X, given.rows[row].Label))).ToList();
            after.Test.Intersect(unrepeated).ShouldBe(before.Test.Intersect(unrepeated));
        }));

    [Fact]
    public void The_share_of_test_rows_is_near_the_wanted_one() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
        (from seed in Gen.Choose(0, 1_000_000) from percent in Gen.Choose(10, 50) from method in Gen.Elements(Methods) select (seed, percent, method)).ToArbitrary(),
        given =>
        {
            var rows = Enumerable.Range(0, 3000).Select(i => new Row($"k{i}", i, i % 3 == 0 ? "yes" : "no", Day: i, Site: i)).ToArray();
            var split = SplitMaker.Make(Given.Rows(rows), Spec(given.method) with { Seed = given.seed, Test = given.percent / 100.0 });
            var tolerance = given.method is SplitMethod.Random or SplitMethod.Group ? 0.05 : 0.001;
            ((double)split.Test.Length / rows.Length).ShouldBe(given.percent / 100.0, tolerance);
        }));

    private static Gen<Row[]> Rows(int minimum, int maximum, int contents) =>
        from count in Gen.Choose(minimum, maximum)
        from values in Gen.Choose(0, contents).Four().ArrayOf(count)
        select values.Select((value, i) => new Row($"k{i}", value.Item1, value.Item2 % 2 == 0 ? "yes" : "no", Day: value.Item3, Site: value.Item4)).ToArray();

    private static SplitSpec Spec(SplitMethod method) => new() { Method = method, Group = "site" };

    private static Split? Split(Row[] rows, SplitMethod method)
    {
        try
        {
            return SplitMaker.Make(Given.Rows(rows), Spec(method));
        }
        catch (DataException)
        {
            return null;
        }
    }

    private static string Outcome(Row[] rows, SplitMethod method)
    {
        try
        {
            var split = SplitMaker.Make(Given.Rows(rows), Spec(method));
            var keys = split.Test.Select(row => rows[row].Key).Order(StringComparer.Ordinal);
            return $"{string.Join(' ', keys)} {split.TrainDigest} {split.TestDigest}";
        }
        catch (DataException e)
        {
            return e.Message;
        }
    }
}
