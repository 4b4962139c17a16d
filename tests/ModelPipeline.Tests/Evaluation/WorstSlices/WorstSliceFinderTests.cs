using ModelPipeline.Data;
using ModelPipeline.Evaluation.WorstSlices;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation.WorstSlices;

public sealed class WorstSliceFinderTests
{
    private const int Rows = 2_000;

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    [InlineData(ModelTask.Regression)]
    public void Noise_has_no_worst_slice_in_95_of_100_runs(ModelTask task)
    {
        var found = Enumerable.Range(0, 100).Count(seed =>
        {
            var (labels, scores, _) = Samples.Random(task, 400, seed);
            return Find(Features(400, 6, seed + 1_000), labels, scores, task).Slices.Count > 0;
        });
        found.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Noise_of_heavy_tails_has_no_worst_slice_in_95_of_100_runs()
    {
        var found = Enumerable.Range(0, 100).Count(seed =>
        {
            var random = new SeededRandom(seed);
            double[] errors = [.. Enumerable.Range(0, 400).Select(_ => 1 / (1 - random.NextDouble()))];
            return Find(Features(400, 6, seed + 1_000), errors).Slices.Count > 0;
        });
        found.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_rare_class_that_is_easier_than_the_common_one_is_no_reason_to_find_anything()
    {
        // Most slices of thirty rows have the common class alone: their losses are equal, and a little above the mean.
        var found = Enumerable.Range(0, 100).Count(seed =>
        {
            var random = new SeededRandom(seed);
            var labels = Samples.Binary([.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() < 0.98 ? 1 : 0)]);
            return Find(Features(400, 6, seed + 1_000), labels, Samples.Probabilities([.. Enumerable.Repeat(0.4, 400)]), ModelTask.BinaryClassification).Slices.Count > 0;
        });
        found.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_bad_category_is_found_without_its_combinations()
    {
        var features = Features(Rows, 6, 1);
        Found(features, "c1=v3").ShouldBe(["c1=v3"]);
    }

    [Fact]
    public void A_bad_combination_is_found_without_its_parts()
    {
        var features = Features(Rows, 6, 2);
        Found(features, "c1=v3, c3=v0").ShouldBe(["c1=v3, c3=v0"]);
    }

    [Fact]
    public void Two_bad_slices_and_the_rows_in_both_are_found_the_surest_loss_first()
    {
        var features = Features(Rows, 6, 3);
        var second = Contains(features, "c5=v2");
        double[] errors = [.. Errors(features, "c1=v3").Select((error, row) => error + (second[row] ? 0.7 : 0))];
        Find(features, errors).Slices.Select(slice => slice.Name).ShouldBe(["c1=v3, c5=v2", "c1=v3", "c5=v2"]);
    }

    [Fact]
    public void Missing_values_are_a_slice()
    {
        var codes = ((CategoricalColumn)Features(Rows, 2, 4)["c1"]).Codes.ToArray();
        var features = new Table([new CategoricalColumn("c1", [.. codes.Select(code => code == 4 ? CategoricalColumn.Missing : code)], ["v0", "v1", "v2", "v3"])]);
        Find(features, [.. codes.Select((code, row) => Noise(row) + (code == 4 ? 2 : 0))]).Slices.Select(slice => slice.Name).ShouldBe(["c1 is missing"]);
    }

    [Fact]
    public void A_range_of_numbers_is_found()
    {
        double[] numbers = [.. Enumerable.Range(0, Rows).Select(row => (double)(row * 7 % Rows))];
        var found = Find(new([new NumericColumn("tenure", numbers)]), [.. numbers.Select((number, row) => Noise(row) + (number < 500 ? 2 : 0))]);
        found.Slices.Select(slice => slice.Name).ShouldBe(["tenure in [0, 500)"]);
    }

    [Fact]
    public void Two_columns_that_say_the_same_are_one_finding()
    {
        var column = (CategoricalColumn)Features(Rows, 2, 5)["c1"];
        var features = new Table([column, new CategoricalColumn("copy", column.Codes.ToArray(), [.. column.Categories])]);
        Found(features, "c1=v3").ShouldBe(["c1=v3"]);
    }

    [Fact]
    public void The_figures_are_those_of_all_rows()
    {
        var features = Features(Rows, 6, 6);
        var errors = Errors(features, "c1=v3");
        var slice = Find(features, errors).Slices.ShouldHaveSingleItem();

        var isIn = Contains(features, "c1=v3");
        double[] inside = [.. errors.Where((_, row) => isIn[row])];
        double[] outside = [.. errors.Where((_, row) => !isIn[row])];
        slice.Rows.ShouldBe(inside.Length);
        slice.MeanLoss.ShouldBe(inside.Average(), 1e-12);
        slice.MeanLossOfRest.ShouldBe(outside.Average(), 1e-12);
        slice.Difference.Value.ShouldBe(inside.Average() - outside.Average(), 1e-12);
        slice.Difference.Low.ShouldBeInRange(0.9, slice.Difference.Value);
        slice.Difference.High.ShouldBe(2 * slice.Difference.Value - slice.Difference.Low, 1e-12);
        slice.AdjustedP.ShouldBeLessThan(1e-20);
    }

    [Fact]
    public void At_most_five_are_shown()
    {
        int[] codes = [.. Enumerable.Range(0, Rows).Select(row => row % 20)];
        string[] categories = [.. Enumerable.Range(0, 20).Select(code => $"v{code:00}")];
        var found = Find(new([new CategoricalColumn("c", codes, categories)]), [.. codes.Select((code, row) => Noise(row) + (code < 8 ? 20 - code : 0))]);
        found.Slices.Select(slice => slice.Name).ShouldBe(["c=v00", "c=v01", "c=v02", "c=v03", "c=v04"]);
        found.Candidates.ShouldBe(20);
    }

    [Fact]
    public void A_slice_of_fewer_than_30_rows_is_not_looked_at()
    {
        Table features = new([new CategoricalColumn("c", [.. Enumerable.Range(0, 100).Select(row => row < 29 ? 0 : 1)], ["bad", "good"])]);
        var found = Find(features, [.. Enumerable.Range(0, 100).Select(row => row < 29 ? 50.0 : Noise(row))]);
        found.Slices.ShouldBeEmpty();
        found.Candidates.ShouldBe(0);
        found.Undefined.ShouldBe("no slice of the 100 test rows has 30 and leaves as many");
    }

    [Fact]
    public void Losses_that_differ_by_rounding_alone_are_equal()
    {
        var features = Features(Rows, 4, 7);
        var found = Find(features, [.. Contains(features, "c1=v3").Select(isIn => isIn ? 0.1 + 0.2 : 0.3)]);

        found.Slices.ShouldBeEmpty();
        found.Candidates.ShouldBeGreaterThan(0);
        found.Undefined.ShouldBeNull();
    }

    [Fact]
    public void A_worse_slice_without_any_variance_is_certain()
    {
        var features = Features(Rows, 2, 8);
        var isBad = Contains(features, "c1=v3");
        Find(features, [.. isBad.Select(bad => bad ? 2.0 : 1.0)]).Slices.ShouldHaveSingleItem().AdjustedP.ShouldBe(0);
    }

    [Fact]
    public void More_than_5000_slices_leave_out_pairs_and_say_how_many()
    {
        var found = Find(Features(Rows, 60, 9), [.. Enumerable.Range(0, Rows).Select(Noise)]);
        found.Candidates.ShouldBeInRange(4_000, 5_000);
        found.LeftOut.ShouldBeInRange(1_000, 1_770);
    }

    [Fact]
    public void Undefined_losses_are_a_reason_and_not_nothing_found()
    {
        var features = Features(100, 4, 10);
        var found = Find(features, [double.NaN, .. Enumerable.Repeat(1.0, 99)]);
        found.Undefined.ShouldBe("1 of 100 test rows have a score that is NaN or infinite");
        found.Slices.ShouldBeEmpty();

        Find(features, [1e200, .. Enumerable.Repeat(1.0, 99)]).Undefined.ShouldBe("losses are too large to compute with");
        Find(features, Samples.Binary([.. Enumerable.Range(0, 100).Select(row => row % 2)]), Samples.Probabilities([.. Enumerable.Repeat(1.5, 100)]), ModelTask.BinaryClassification)
            .Undefined.ShouldBe("100 of 100 test rows have a probability outside 0 to 1");
    }

    [Fact]
    public void Features_that_do_not_fit_are_refused()
    {
        Should.Throw<ArgumentException>(() => Find(Features(10, 2, 1), [.. Enumerable.Repeat(1.0, 9)])).Message.ShouldStartWith("There are 10 rows and 9 labels.");
        Should.Throw<ArgumentException>(() => Find(new([new TextColumn("note", ["a"])]), [1.0])).Message.ShouldContain("'note' holds text values");
    }

    [Fact]
    public void A_search_can_be_ended_early() =>
        Should.Throw<OperationCanceledException>(() => WorstSliceFinder.Find(
            Features(Rows, 2, 1), Labels.OfNumbers(new double[Rows]), new(["prediction"], new double[Rows]), ModelTask.Regression, new(canceled: true)));

    private static IEnumerable<string> Found(Table features, string bad) =>
        Find(features, Errors(features, bad)).Slices.Select(slice => slice.Name);

    private static double[] Errors(Table features, string bad) =>
        [.. Contains(features, bad).Select((isBad, row) => Noise(row) + (isBad ? 1 : 0))];

    private static bool[] Contains(Table features, string slice)
    {
        string[][] conditions = [.. slice.Split(", ").Select(condition => condition.Split('='))];
        return [.. Enumerable.Range(0, features.Rows).Select(row => conditions.All(condition => features[condition[0]].Text(row) == condition[1]))];
    }

    private static double Noise(int row) => new SeededRandom(77, row).NextDouble();

    private static WorstSliceSearch Find(Table features, double[] errors) =>
        Find(features, Labels.OfNumbers(new double[errors.Length]), new(["prediction"], errors), ModelTask.Regression);

    private static WorstSliceSearch Find(Table features, Labels labels, Scores scores, ModelTask task) =>
        WorstSliceFinder.Find(features, labels, scores, task, TestContext.Current.CancellationToken);

    // Numbers n0, n2, ... and categories c1, c3, ...
    private static Table Features(int rows, int columns, long seed)
    {
        var random = new SeededRandom(seed);
        return new([.. Enumerable.Range(0, columns).Select(column => column % 2 == 0
            ? (Column)new NumericColumn($"n{column}", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())])
            : new CategoricalColumn($"c{column}", [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(5))], ["v0", "v1", "v2", "v3", "v4"]))]);
    }
}
