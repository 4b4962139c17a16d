using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Data;

namespace ModelPipeline.Tests.Data;

public sealed class RowGroupsTests
{
    [Fact]
    public void Rows_are_equal_where_every_column_is_and_missing_equals_missing()
    {
        Column[] columns =
        [
            new NumericColumn("x", [1, 1, double.NaN, double.NaN, 1, 2]),
            Given.Categories("c", ["a", "b", null, null, "a", "a"]),
            new TextColumn("t", ["p", "p", null, null, "p", "p"]),
            new TimeColumn("d", [DateTime.UnixEpoch, DateTime.UnixEpoch, null, null, DateTime.UnixEpoch, DateTime.UnixEpoch]),
        ];

        var groups = RowGroups.Of(columns, 6);

        groups.Count.ShouldBe(4);
        groups.Groups.ToArray().ShouldBe([0, 1, 2, 2, 0, 3]);
    }

    [Fact]
    public void Without_columns_all_rows_are_one_group() => RowGroups.Of([], 3).Count.ShouldBe(1);

    [Fact]
    public void The_groups_are_those_of_comparing_every_pair_of_rows() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 2).Three().ArrayOf().ToArbitrary(),
        rows =>
        {
            Column[] columns =
            [
                new NumericColumn("a", [.. rows.Select(row => row.Item1 == 2 ? double.NaN : row.Item1)]),
                Given.Categories("b", [.. rows.Select(row => row.Item2 == 2 ? null : $"{row.Item2}")]),
                new TextColumn("c", [.. rows.Select(row => row.Item3 == 2 ? null : $"{row.Item3}")]),
            ];

            var groups = RowGroups.Of(columns, rows.Length);

            groups.Groups.ToArray().ShouldBe(rows.Select(row => rows.Distinct().ToList().IndexOf(row)));
            groups.Count.ShouldBe(rows.Distinct().Count());
        }));

    [Fact]
    public void Joined_groups_hold_rows_that_are_linked_through_others()
    {
        var first = RowGroups.Of([new NumericColumn("x", [1, 1, 2, 3, 4])], 5);
        var second = RowGroups.Of([new NumericColumn("x", [1, 2, 2, 3, 4])], 5);

        first.JoinedWith(second).Groups.ToArray().ShouldBe([0, 0, 0, 1, 2]);
    }

    [Fact]
    public void Every_row_gets_the_least_value_of_its_group() =>
        RowGroups.Of([new NumericColumn("x", [1, 2, 1, 2])], 4).Least([5, 0, 3, 7]).ShouldBe([3, 0, 3, 0]);
}
