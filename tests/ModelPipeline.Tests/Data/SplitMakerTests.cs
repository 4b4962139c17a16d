using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class SplitMakerTests
{
    [Fact]
    public void A_stratified_split_takes_the_rounded_share_of_every_class()
    {
        var rows = Enumerable.Range(0, 103).Select(i => new Row($"k{i}", i, i < 10 ? "yes" : "no")).ToList();

        var split = Make(rows, SplitMethod.Stratified);

        split.Test.Count(row => row < 10).ShouldBe(2);
        split.Test.Count(row => row >= 10).ShouldBe(19);
        split.Train.Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, 103));
        split.Train.ShouldBeInOrder();
        split.Test.ShouldBeInOrder();
    }

    [Fact]
    public void A_stratified_split_leaves_a_row_of_every_class_on_both_sides_and_a_single_one_in_training()
    {
        Row[] rows = [new("a", 1, "u"), new("b", 2, "u"), new("c", 3, "v"), new("d", 4, "v"), new("e", 5, "w")];

        var split = Make(rows, SplitMethod.Stratified, test: 0.01, task: ModelTask.MulticlassClassification);

        split.Test.Select(row => rows[row].Label).ShouldBe(["u", "v"]);
        split.Train.Select(row => rows[row].Label).ShouldBe(["u", "v", "w"]);
    }

    [Fact]
    public void Rows_of_equal_content_stay_on_one_side_of_a_stratified_split()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new Row($"k{i}", i / 4, i < 20 ? "yes" : "no")).ToList();

        var split = Make(rows, SplitMethod.Stratified, test: 0.4);

        split.Test.Length.ShouldBe(16);
        split.Test.Select(row => rows[row].X).Intersect(split.Train.Select(row => rows[row].X)).ShouldBeEmpty();
    }

    [Fact]
    public void A_split_by_time_tests_on_the_newest_rows_and_divides_no_time()
    {
        var rows = Enumerable.Range(0, 20).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no", Day: 20 - i / 3)).ToList();

        var split = Make(rows, SplitMethod.Time, test: 0.2);

        split.Test.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void A_row_that_repeats_an_earlier_row_is_no_news_to_a_split_by_time()
    {
        Row[] rows = [new("a", 1, "yes", Day: 1), new("b", 2, "no", Day: 2), new("c", 3, "yes", Day: 3), new("d", 4, "no", Day: 4), new("e", 1, "yes", Day: 5)];

        Make(rows, SplitMethod.Time, test: 0.4).Test.ShouldBe([2, 3]);
    }

    [Fact]
    public void A_split_by_group_divides_no_group()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no", Site: i / 10)).ToList();

        var split = Make(rows, SplitMethod.Group);

        split.Test.Select(row => rows[row].Site).Intersect(split.Train.Select(row => rows[row].Site)).ShouldBeEmpty();
        split.Test.Length.ShouldBeInRange(20, 160);
    }

    [Fact]
    public void Groups_that_share_content_go_to_one_side()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new Row($"k{i}", i / 2, i % 4 < 2 ? "yes" : "no", Site: (i + 1) / 4)).ToList();

        var fault = Should.Throw<DataException>(() => Make(rows, SplitMethod.Group));

        var message = fault.Faults.ShouldHaveSingleItem();
        message.ShouldStartWith("data.split: none of the 100 rows is a ");
        message.ShouldEndWith("(rows that share features and label, or a group, stay together: that leaves 1 set to divide)");
    }

    [Fact]
    public void The_seed_decides()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no")).ToList();

        Make(rows, SplitMethod.Random, seed: 7).Test.ShouldBe(Make(rows, SplitMethod.Random, seed: 7).Test);
        Make(rows, SplitMethod.Random, seed: 8).Test.ShouldNotBe(Make(rows, SplitMethod.Random, seed: 7).Test);
    }

    [Fact]
    public void The_split_of_given_keys_never_changes()
    {
        var rows = Enumerable.Range(0, 20).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no")).ToList();

        var split = Make(rows, SplitMethod.Random, test: 0.3);

        split.Test.ShouldBe([0, 1, 6, 12, 14, 15, 19]);
        split.TestDigest.Hex.ShouldBe("aacc6961159524ed419fc32ab3517f2dbf85a1f6aec6969deb931ae2b78d3c22");
        split.TrainDigest.Hex.ShouldBe("ff221f08d4c11d82663ba622bf083a38b1680ff0f86e588fac14d7a3689b0211");
    }

    [Fact]
    public void Key_parts_are_kept_apart()
    {
        var hashes = KeyHash.Of([new TextColumn("a", ["x", "xy", ""]), new TextColumn("b", ["yz", "z", "xyz"])], 3, seed: 7);

        hashes.ShouldBeUnique();
    }

    [Fact]
    public void Digests_tell_sets_of_keys_apart()
    {
        var rows = Enumerable.Range(0, 50).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no")).ToList();
        var split = Make(rows, SplitMethod.Stratified);
        var other = Make([.. rows.Select(row => row.Key == "k" + split.Test[0] ? row with { Key = "new" } : row)], SplitMethod.Stratified);

        split.TestDigest.ShouldNotBe(split.TrainDigest);
        (other.TestDigest, other.TrainDigest).ShouldNotBe((split.TestDigest, split.TrainDigest));
    }

    [Fact]
    public void A_side_without_rows_is_refused()
    {
        var rows = Enumerable.Range(0, 4).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no")).ToList();

        Should.Throw<DataException>(() => Make(rows, SplitMethod.Random, test: 1e-9)).Faults.ShouldBe(
            ["data.split: none of the 4 rows is a test row: raise data.split.test (1E-09), change data.split.seed or use another method"]);
        Should.Throw<DataException>(() => Make(rows, SplitMethod.Random, test: 1 - 1e-9)).Faults.ShouldBe(
            ["data.split: none of the 4 rows is a training row: lower data.split.test (0.999999999), change data.split.seed or use another method"]);
    }

    [Fact]
    public void Training_rows_without_a_class_and_test_rows_of_one_class_are_refused()
    {
        Row[] rows = [new("a", 1, "no", Day: 1), new("b", 2, "no", Day: 2), new("c", 3, "yes", Day: 3), new("d", 4, "yes", Day: 4)];

        Should.Throw<DataException>(() => Make(rows, SplitMethod.Time, test: 0.5)).Faults.ShouldBe(
        [
            "data.split: no training row has the label 'yes': add rows, lower data.split.test or use method stratified",
            "data.split: every test row has the label 'yes': add rows, raise data.split.test or use method stratified",
        ]);
    }

    [Fact]
    public void A_split_by_time_needs_different_times()
    {
        var rows = Enumerable.Range(0, 4).Select(i => new Row($"k{i}", i, i % 2 == 0 ? "yes" : "no")).ToList();

        Should.Throw<DataException>(() => Make(rows, SplitMethod.Time)).Faults.ShouldHaveSingleItem().ShouldStartWith("data.time: 'day' tells no rows apart");
    }

    [Fact]
    public void A_split_by_time_needs_every_time()
    {
        var spec = Given.Spec() with { Time = "t" };
        var data = ModelData.Of(spec, ModelTask.BinaryClassification, DataFolder.ReadText("id,t,x,y\na,2026-01-01,1,yes\nb,,2,no\nc,NA,3,no\n", spec));

        Should.Throw<DataException>(() => SplitMaker.Make(data, new SplitSpec { Method = SplitMethod.Time })).Faults.ShouldBe(
            ["data.time: 't' is missing in 2 of 3 rows (data.csv:3, data.csv:4): a split by time needs it in all"]);
    }

    private static Split Make(
        IReadOnlyList<Row> rows, SplitMethod method, double test = 0.2, long seed = 7, ModelTask task = ModelTask.BinaryClassification) =>
        SplitMaker.Make(Given.Rows(rows, task), new SplitSpec { Method = method, Test = test, Seed = seed, Group = "site" });
}
