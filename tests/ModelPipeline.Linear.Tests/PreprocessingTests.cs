using ModelPipeline.Data;
using ModelPipeline.Linear.Preprocessing;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests;

public sealed class PreprocessingTests
{
    [Fact]
    public void A_missing_number_counts_as_the_mean_in_the_standard_deviation() =>
        NumericEncoding.Fit(Columns.Numbers("x", 1, 5, double.NaN, double.NaN)).ShouldBe(new("x", 3, Math.Sqrt(2), MissingIndicator: true));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.0)]
    [InlineData(1e300)]
    public void A_constant_number_has_the_scale_one(double value) =>
        NumericEncoding.Fit(Columns.Numbers("x", value, value, value)).ShouldBe(new("x", value, 1, MissingIndicator: false));

    [Theory]
    [InlineData(0.3, 0.30000000000000004)]
    [InlineData(-1e15, -1e15 + 0.125)]
    public void A_number_that_varies_by_rounding_errors_alone_has_the_scale_one(double value, double rounded) =>
        NumericEncoding.Fit(Columns.Numbers("x", value, rounded, value, rounded)).Scale.ShouldBe(1);

    [Fact]
    public void A_small_spread_around_a_great_number_is_measured_in_any_order_of_the_rows()
    {
        double[] seconds = [.. Enumerable.Range(0, 100_000).Select(row => 1.6e15 + (row * 7919 % 100_000))];

        var encoding = NumericEncoding.Fit(Columns.Numbers("x", seconds));

        encoding.Mean.ShouldBe(1.6e15 + 49_999.5);
        encoding.Scale.ShouldBe(Math.Sqrt((1e10 - 1) / 12), 1e-9);
    }

    [Fact]
    public void Numbers_that_overflow_are_reported_with_the_column() =>
        Should.Throw<TrainingException>(() => NumericEncoding.Fit(Columns.Numbers("x", 1e300, -1e300)))
            .Message.ShouldBe("The numbers of column 'x' are too great to standardise: rescale them.");

    [Fact]
    public void The_most_frequent_categories_are_kept_in_ordinal_order()
    {
        var encoding = CategoricalEncoding.Fit(Columns.Texts("c", "b", "b", "z", "z", "z", "a", "A", null), maxCategories: 3);

        encoding.Categories.ShouldBe(["A", "b", "z"]);
        encoding.Mode.ShouldBe("z");
        encoding.MissingIndicator.ShouldBeTrue();
    }

    [Fact]
    public void A_category_of_the_dictionary_that_no_training_row_has_gets_no_column() =>
        CategoricalEncoding.Fit(new("c", [1, 1], ["a", "b"]), maxCategories: 9).Categories.ShouldBe(["b"]);

    [Fact]
    public void A_constant_column_has_no_influence()
    {
        Column[] training = [.. Samples.Ten, Columns.Numbers("constant", [.. Enumerable.Repeat(0.1, 10)])];
        Column[] scored = [.. Samples.Ten, Columns.Numbers("constant", [.. Enumerable.Repeat(77.0, 10)])];

        (Samples.TenBinary with { Columns = training }).Score(scored).ShouldBe(Samples.TenBinary.Score(Samples.Ten), 1e-15);
    }

    [Fact]
    public void Columns_whose_values_are_all_missing_have_no_influence()
    {
        Column[] training = [.. Samples.Ten, Columns.Numbers("n", [.. Enumerable.Repeat(double.NaN, 10)]), Columns.Texts("t", new string?[10])];
        Column[] scored = [.. Samples.Ten, Columns.Numbers("n", [.. Enumerable.Repeat(4.0, 10)]), Columns.Texts("t", [.. Enumerable.Repeat("new", 10)])];

        (Samples.TenBinary with { Columns = training }).Score(scored).ShouldBe(Samples.TenBinary.Score(Samples.Ten), 1e-15);
    }

    [Fact]
    public void Without_missing_values_in_training_a_missing_one_is_the_mean_or_the_most_frequent()
    {
        var problem = Samples.TenRegression;

        problem.Score(Columns.Numbers("x", double.NaN), Columns.Texts("c", [null]))
            .ShouldBe(problem.Score(Columns.Numbers("x", 5.5), Columns.Texts("c", "a")));
    }

    [Fact]
    public void Missing_values_in_training_get_a_weight_of_their_own()
    {
        // The label is 10 where x is missing, else 0: the mean of x alone could not say so.
        var problem = Problem.Regression([0, 10, 0, 10, 0, 10], Columns.Numbers("x", 1, double.NaN, 2, double.NaN, 3, double.NaN)).With("l2", 1e-6);
        var texts = Problem.Regression([0, 10, 0, 10, 0, 10], Columns.Texts("x", "a", null, "a", null, "a", null)).With("l2", 1e-6);

        problem.Score(Columns.Numbers("x", 2, double.NaN)).ShouldBe([0, 10], 1e-4);
        texts.Score(Columns.Texts("x", "a", null)).ShouldBe([0, 10], 1e-4);
    }

    [Fact]
    public void Unseen_and_rare_categories_score_alike()
    {
        var problem = Problem.Regression([1, 2, 3, 4, 9], Columns.Texts("c", "a", "a", "b", "b", "rare")).With("max_categories", 2L);

        var scores = problem.Score(Columns.Texts("c", "rare", "unseen", "a"));

        scores[0].ShouldBe(scores[1]);
        scores[0].ShouldNotBe(scores[2]);
    }
}
