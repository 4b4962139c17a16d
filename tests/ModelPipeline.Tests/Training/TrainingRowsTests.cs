using ModelPipeline.Data;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class TrainingRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0, 100, 100)]
    [InlineData(50, 100, 50)]
    [InlineData(100, 100, 0)]
    public void Rows_that_the_model_was_trained_on_are_found_again(int first, int lookedUp, int seen) =>
        Sketch(0, 100).Count(Features(first, 100), Labels(first, 100)).ShouldBe((lookedUp, seen));

    [Fact]
    public void A_row_with_another_answer_or_another_feature_is_another_row()
    {
        var sketch = Sketch(0, 4);

        sketch.Count(Features(0, 4), ModelPipeline.Training.Labels.OfClasses(["no", "yes"], [1, 1, 0, 1])).Seen.ShouldBe(3);
        sketch.Count(new Table([new NumericColumn("x", [0, 1, 2, 3]), new CategoricalColumn("c", [0, 0, 0, 0], ["other"])]), Labels(0, 4)).Seen.ShouldBe(0);
    }

    [Fact]
    public void The_order_of_rows_and_of_categories_makes_no_difference()
    {
        var table = new Table([new NumericColumn("x", [3, double.NaN]), new CategoricalColumn("c", [1, CategoricalColumn.Missing], ["other", "same"])]);
        var reordered = new Table([new NumericColumn("x", [double.NaN, 3]), new CategoricalColumn("c", [CategoricalColumn.Missing, 0], ["same"])]);

        TrainingRows.Of(table, Labels(1, 2)).Hashes.ShouldBe(TrainingRows.Of(reordered, ModelPipeline.Training.Labels.OfClasses(["no", "yes"], [0, 1])).Hashes);
    }

    [Fact]
    public void A_repeated_row_is_one_hash_and_each_of_its_copies_is_found()
    {
        var twice = new Table([new NumericColumn("x", [1, 1])]);
        var labels = ModelPipeline.Training.Labels.OfNumbers([0.5, 0.5]);

        var sketch = TrainingRows.Of(twice, labels);

        sketch.Hashes.Count.ShouldBe(1);
        sketch.Count(twice, labels).ShouldBe((2, 2));
    }

    [Fact]
    public void Of_many_rows_2048_are_kept_the_least_hashes_and_the_others_cannot_be_looked_up()
    {
        var sketch = Sketch(0, 10_000);

        sketch.Hashes.Count.ShouldBe(2048);
        sketch.Hashes.ShouldBe(sketch.Hashes.Order());
        var (lookedUp, seen) = sketch.Count(Features(0, 10_000), Labels(0, 10_000));
        (lookedUp, seen).ShouldBe((2048, 2048));
        (lookedUp, seen) = sketch.Count(Features(10_000, 10_000), Labels(10_000, 10_000));
        lookedUp.ShouldBeInRange(1800, 2300); // a fifth of the rows, give or take
        seen.ShouldBe(0);
    }

    [Fact]
    public void Rows_at_hand_are_counted_without_a_sketch()
    {
        var training = (Features(0, 5000), Labels(0, 5000));

        TrainingRows.CountSeen(training, Features(4000, 3000), Labels(4000, 3000)).ShouldBe(1000);
        TrainingRows.CountSeen(training, Features(5000, 3000), Labels(5000, 3000)).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3000)]
    public void A_sketch_is_read_as_it_was_written(int rows)
    {
        var sketch = Sketch(0, rows);

        sketch.Write(_folder.Path);

        TrainingRows.Read(_folder.Path).Hashes.ShouldBe(sketch.Hashes);
        File.ReadAllText(_folder["training-rows.txt"]).ShouldBe(string.Concat(sketch.Hashes.Select(hash => $"{hash:x16}\n")));
    }

    [Theory]
    [InlineData(null, "training-rows.txt")]
    [InlineData("", "it is no ascending list of 1 to 2048 hashes")]
    [InlineData("000000000000000b\n000000000000000a\n", "it is no ascending list")]
    [InlineData("000000000000000a\n000000000000000a\n", "it is no ascending list")]
    [InlineData("000000000000000g\n", "not in a correct format")]
    [InlineData("10000000000000000\n", "too large")]
    [InlineData("\n", "not in a correct format")]
    public void A_file_that_is_no_sketch_is_refused(string? text, string reason)
    {
        if (text is not null)
            _folder.Write("training-rows.txt", text);

        var fault = Should.Throw<InvalidDataException>(() => TrainingRows.Read(_folder.Path));

        fault.Message.ShouldStartWith($"{_folder["training-rows.txt"]} cannot be read: ");
        fault.Message.ShouldContain(reason);
    }

    [Fact]
    public void A_file_larger_than_any_sketch_is_not_read()
    {
        using (var file = File.Create(_folder["training-rows.txt"]))
            file.SetLength(1L << 32);

        Should.Throw<InvalidDataException>(() => TrainingRows.Read(_folder.Path)).Message.ShouldEndWith("it is too large");
    }

    public void Dispose() => _folder.Dispose();

    private static TrainingRows Sketch(int first, int count) => TrainingRows.Of(Features(first, count), Labels(first, count));

    private static Table Features(int first, int count) => new(
    [
        new NumericColumn("x", [.. Enumerable.Range(first, count).Select(row => (double)row)]),
        new CategoricalColumn("c", new int[count], ["same"]),
    ]);

    private static Labels Labels(int first, int count) => ModelPipeline.Training.Labels.OfClasses(["no", "yes"], [.. Enumerable.Range(first, count).Select(row => row % 2)]);
}
