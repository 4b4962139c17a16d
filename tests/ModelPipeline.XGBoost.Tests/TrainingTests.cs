using ModelPipeline.Data;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Boosting;
using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Tests;

public sealed class TrainingTests
{
    private static readonly double[] Steps = [.. Enumerable.Range(0, 200).Select(row => (double)row)];

    [Fact]
    public void Every_default_lies_within_its_limits_and_has_the_type_of_its_kind()
    {
        foreach (var parameter in new XGBoostEngine().Trainers.Single().Parameters)
        {
            if (parameter.Form == ParameterForm.Map)
                parameter.Default.ShouldBeNull();
            else if (parameter.Kind == ParameterKind.Text)
                parameter.Choices.ShouldContain((string)parameter.Default!);
            else if (parameter.Kind != ParameterKind.Flag)
                Convert.ToDouble(parameter.Default).ShouldBeInRange(parameter.Minimum!.Value, parameter.Maximum!.Value);
        }
    }

    [Fact]
    public void The_version_of_the_library_is_known_after_training()
    {
        using var model = Samples.TenBinary.Train();

        model.Versions["libxgboost"].Split('.').Length.ShouldBe(3);
    }

    [Fact]
    public void Rows_that_allow_no_model_are_refused_with_every_reason()
    {
        Should.Throw<TrainingException>(() => Problem.Regression([double.NaN, 1]).Train()).Message
            .ShouldBe("There is no feature: the data need a column beside the label, the key and the ignored ones. There is no training row. There are 0 rows and 2 labels. A label is missing or not finite: remove its row.");
        Should.Throw<TrainingException>(() => Problem.Binary([1, 1], Columns.Numbers("x", 1, 2)).Train()).Message
            .ShouldBe("No training row has the label 'no': add rows of it, or split the data by method 'stratified'.");
        Should.Throw<TrainingException>(() => (Samples.TenBinary with { Trainer = "magic" }).Train()).Message
            .ShouldBe("Engine 'xgboost' has no trainer 'magic': use 'gradient-boosting'.");
    }

    [Fact]
    public void Parameters_of_another_task_are_refused_all_at_once()
    {
        var regression = Samples.TenRegression.With("balance_classes", true).With("monotone.c", 1L).With("monotone.z", 1L);
        var classes = Samples.TenMulticlass.With("objective", "absolute-error").With("class_weights.q", 2.0).With("monotone.x", 1L);

        Should.Throw<TrainingException>(() => regression.Train()).Message.ShouldBe(
            "Parameters 'balance_classes' and 'class_weights' are for classification alone: leave them out. Parameter 'monotone' names 'c', which is no numeric feature. Parameter 'monotone' names 'z', which is no numeric feature.");
        Should.Throw<TrainingException>(() => classes.Train()).Message.ShouldBe(
            "Parameter 'objective' is for regression alone: leave 'absolute-error' out. Parameter 'class_weights' names the class 'q'; the label has 'x', 'y', 'z'. Parameter 'monotone' is not for multiclass tasks: leave it out.");
    }

    [Fact]
    public void More_columns_than_memory_bears_are_refused_with_what_to_lower()
    {
        int[] codes = [.. Enumerable.Range(0, (EncodingChoice.MostColumns / 2) + 1)];
        var categories = Array.ConvertAll(codes, code => $"c{code:000000}");
        var problem = Problem.Regression(new double[codes.Length], new CategoricalColumn("s", codes, categories), new CategoricalColumn("t", codes, categories))
            .With("max_categories", (long)codes.Length);

        Should.Throw<TrainingException>(() => problem.Train()).Message
            .ShouldBe("The features have 100,002 columns, more than 100,000: lower 'max_categories', set 'categories' to 'ordinal', or ignore features with many categories.");
    }

    [Fact]
    public void Early_stopping_keeps_the_best_round_alone()
    {
        var noise = Samples.MixedBinary(600).With("rounds", 200L).With("learning_rate", 1.0);
        var stopped = noise.With("early_stopping_rounds", 5L).With("validation_share", 0.3);

        RoundsOf(noise).ShouldBe(200);
        RoundsOf(stopped).ShouldBeLessThan(50);
    }

    [Fact]
    public void Equal_rows_are_held_back_together_and_the_seed_says_which()
    {
        using var rows = new RowEncoder([new NumericEncoding("x")], [Columns.Numbers("x", [.. Enumerable.Range(0, 1000).Select(row => (double)(row % 100))])]).Encode(0, 1000);

        var sides = HeldBackRows.Of(rows, 0.2, seed: 1);

        sides.HeldBack.Select(row => row % 100).Intersect(sides.Grown.Select(row => row % 100)).ShouldBeEmpty();
        sides.HeldBack.Length.ShouldBeInRange(100, 300);
        HeldBackRows.Of(rows, 0.2, seed: 2).HeldBack.ShouldNotBe(sides.HeldBack);
    }

    [Fact]
    public void Rows_that_cannot_be_divided_are_refused() =>
        Should.Throw<TrainingException>(() => Problem.Regression([1, 2], Columns.Numbers("x", 3, 3)).With("early_stopping_rounds", 1L).Train())
            .Message.ShouldContain("all 2 training rows are on one side");

    [Fact]
    public void A_heavier_class_is_more_probable()
    {
        var problem = Samples.MixedBinary(500);

        problem.With("class_weights.yes", 5.0).Score(problem.Columns).Average().ShouldBeGreaterThan(problem.Score(problem.Columns).Average() + 0.1);
    }

    [Fact]
    public void Balanced_classes_weigh_the_same()
    {
        int[] labels = [.. Enumerable.Range(0, 200).Select(row => row % 10 == 0 ? 1 : 0)];
        var problem = Problem.Binary(labels, Columns.Numbers("x", new double[200])).With("rounds", 100L);

        problem.Score(Columns.Numbers("x", 0))[0].ShouldBe(0.1, 0.01);
        problem.With("balance_classes", true).Score(Columns.Numbers("x", 0))[0].ShouldBe(0.5, 0.01);
        problem.With("balance_classes", true).With("class_weights.yes", 3.0).Score(Columns.Numbers("x", 0))[0].ShouldBe(0.75, 0.01);
    }

    [Theory]
    [InlineData(1L)]
    [InlineData(-1L)]
    public void A_monotone_feature_never_moves_the_answer_the_other_way(long direction)
    {
        var problem = Problem.Regression([.. Steps.Select(x => Math.Sin(x / 10))], Columns.Numbers("x", Steps)).With("monotone.x", direction);

        var scores = problem.Score(Columns.Numbers("x", Steps));

        scores.Zip(scores.Skip(1)).ShouldAllBe(pair => (pair.Second - pair.First) * direction >= 0);
        scores.Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Absolute_errors_ignore_how_far_an_outlier_is()
    {
        double[] labels = [.. Enumerable.Repeat(1.0, 99), 10_000];
        var problem = Problem.Regression(labels, Columns.Numbers("x", new double[100])).With("rounds", 50L);

        problem.Score(Columns.Numbers("x", 0))[0].ShouldBe(100.99, 0.1);
        problem.With("objective", "absolute-error").Score(Columns.Numbers("x", 0))[0].ShouldBe(1, 0.5);
    }

    [Fact]
    public void A_large_mean_of_the_labels_costs_no_digits()
    {
        double[] labels = [.. Steps.Select(x => 1e9 + (x < 100 ? 0 : 1))];
        var problem = Problem.Regression(labels, Columns.Numbers("x", Steps)).With("rounds", 60L);

        var scores = problem.Score(Columns.Numbers("x", 10, 190));

        (scores[1] - scores[0]).ShouldBe(1, 0.001);
    }

    [Fact]
    public void Labels_beyond_single_precision_are_refused() =>
        Should.Throw<TrainingException>(() => Problem.Regression([1e300, -1e300], Columns.Numbers("x", 1, 2)).Train())
            .Message.ShouldBe("The labels lie too far apart for single precision: divide them by a constant.");

    [Fact]
    public void Numbers_beyond_single_precision_keep_their_order()
    {
        var problem = Problem.Regression([0, 1, 2, 3], Columns.Numbers("x", -1e300, -1, 1, 1e300)).With("min_child_weight", 0.0).With("rounds", 50L);

        problem.Score(problem.Columns).ShouldBeInOrder(SortDirection.Ascending);
    }

    private static int RoundsOf(Problem problem)
    {
        using var folder = new TemporaryFolder();
        using var model = problem.Train();
        model.Save(folder.Path);
        return Persistence.XGBoostModelFile.Read(folder.Path, problem.Signature).Rounds;
    }
}
