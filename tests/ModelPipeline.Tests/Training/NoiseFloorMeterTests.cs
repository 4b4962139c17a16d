using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class NoiseFloorMeterTests
{
    private const int TrainRows = 100;
    private static readonly Table TestRows = new([new NumericColumn("x", [0, 1, 2, 3])]);

    [Fact]
    public void Refits_that_score_as_the_candidate_does_have_no_noise() =>
        Binary((_, x) => Candidate(x)).ShouldBe(new NoiseFloor(10, 0, 0, 0, 0));

    [Fact]
    public void The_shares_are_those_of_the_worst_refit()
    {
        // The candidate says 0.4, 0.45, 0.5, 0.55; the truth is no, no, yes, no.
        var floor = Binary((refit, x) => refit switch
        {
            1 => Candidate(x) + 0.05,                     // moves all four rows, flips the second, which the candidate has right
            2 => x == 3 ? 0.4 : Candidate(x),             // flips the fourth, which the candidate has wrong
            3 => x < 2 ? Candidate(x) + 0.3 : Candidate(x), // flips the first two
            _ => Candidate(x),
        });

        floor.Refits.ShouldBe(10);
        floor.ChangedRows.ShouldBe(1);
        floor.LabelFlips.ShouldBe(0.5);
        floor.NegativeFlips.ShouldBe(0.5);
        floor.MeanShift.ShouldBe(0.15, 1e-12);
    }

    [Theory]
    [InlineData(0.0199, 0)]
    [InlineData(0.0201, 1)]
    [InlineData(-0.0201, 1)]
    public void A_row_has_changed_where_its_probability_moved_by_more_than_two_hundredths(double moved, double share) =>
        Binary((_, x) => Candidate(x) + moved).ChangedRows.ShouldBe(share);

    [Fact]
    public void Of_several_outputs_any_one_that_moved_counts_and_the_greatest_mean_shift_is_told()
    {
        var request = Request(ModelTask.MulticlassClassification, Labels.OfClasses(["a", "b", "c"], new int[TrainRows]));
        var candidate = new Scores(request.Signature.Outputs, [.. Enumerable.Range(0, 4).SelectMany(_ => new[] { 0.5, 0.3, 0.2 })]);
        var engine = new FakeEngine { Scoring = (_, _) => 0.3 };

        var floor = new NoiseFloorMeter(engine, request, TestRows, Labels.OfClasses(["a", "b", "c"], [0, 0, 1, 2]))
            .Measure(candidate, new Progress<string>(), TestContext.Current.CancellationToken);

        floor.ChangedRows.ShouldBe(1);
        floor.LabelFlips.ShouldBe(0);
        floor.MeanShift.ShouldBe(0.2, 1e-12);
    }

    [Theory]
    [InlineData(0.0199, 0)]
    [InlineData(0.0201, 1)]
    public void The_tolerance_of_a_regression_is_in_standard_deviations_of_the_training_labels(double deviations, double share)
    {
        double[] labels = [.. Enumerable.Range(0, TrainRows).Select(row => row % 2 == 0 ? 1000.0 : 1200.0)];
        var request = Request(ModelTask.Regression, Labels.OfNumbers(labels));
        var engine = new FakeEngine { Scoring = (_, x) => x + deviations * 100 };

        var floor = new NoiseFloorMeter(engine, request, TestRows, Labels.OfNumbers([1, 2, 3, 4]))
            .Measure(new Scores(["prediction"], [0, 1, 2, 3]), new Progress<string>(), TestContext.Current.CancellationToken);

        floor.ChangedRows.ShouldBe(share);
        floor.MeanShift.ShouldBe(deviations, 1e-9);
        floor.LabelFlips.ShouldBe(0);
        floor.NegativeFlips.ShouldBe(0);
    }

    [Fact]
    public void A_score_that_is_no_number_has_changed()
    {
        var floor = Binary((_, x) => x == 0 ? double.NaN : Candidate(x));

        floor.ChangedRows.ShouldBe(0.25);
        floor.MeanShift.ShouldBe(double.NaN);
    }

    [Fact]
    public void Each_refit_trains_on_as_many_rows_drawn_with_replacement_in_their_order_with_the_same_request()
    {
        var engine = new FakeEngine();
        var request = Binary(engine);

        engine.Requests.Count.ShouldBe(10);
        foreach (var refit in engine.Requests)
        {
            var rows = Rows(refit);
            rows.Length.ShouldBe(TrainRows);
            rows.ShouldBe(rows.Order());
            rows.Distinct().Count().ShouldBeInRange(50, 75); // 1 - 1/e of 100 rows, give or take
            refit.Labels.Codes.ToArray().ShouldBe(rows.Select(row => (int)row % 2));
            (refit with { Features = request.Features, Labels = request.Labels }).ShouldBe(request);
        }

        engine.Requests.Select(refit => string.Join(' ', Rows(refit))).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void A_class_of_one_row_is_in_every_refit()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var engine = new FakeEngine();
            Measure(engine, Request(ModelTask.BinaryClassification, Labels.OfClasses(["no", "yes"], [1, .. new int[TrainRows - 1]]), seed));

            engine.Requests.Select(refit => refit.Labels.Codes.ToArray().Sum()).ShouldAllBe(rows => rows >= 1);
            engine.Requests.Select(refit => refit.Labels.Count).ShouldAllBe(rows => rows == TrainRows || rows == TrainRows + 1);
        }
    }

    [Fact]
    public void The_same_seed_chooses_the_same_rows_and_another_seed_others()
    {
        string[] Chosen(long seed)
        {
            var engine = new FakeEngine();
            Binary(engine, seed);
            return [.. engine.Requests.Select(refit => string.Join(' ', Rows(refit)))];
        }

        Chosen(7).ShouldBe(Chosen(7));
        Chosen(8).ShouldNotBe(Chosen(7));
    }

    [Fact]
    public void Measuring_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var engine = new FakeEngine { Training = refit => { if (refit == 2) stop.Cancel(); } };
        var request = Request(ModelTask.BinaryClassification, Binaries());

        Should.Throw<OperationCanceledException>(() => new NoiseFloorMeter(engine, request, TestRows, Labels.OfClasses(["no", "yes"], [0, 0, 1, 0]))
            .Measure(new Scores(["probability"], [0, 0, 0, 0]), new Progress<string>(), stop.Token));

        engine.Requests.Count.ShouldBe(2);
    }

    private static double Candidate(double x) => 0.4 + 0.05 * x;

    private static double[] Rows(TrainingRequest request) => ((NumericColumn)request.Features["x"]).Values.ToArray();

    private static Labels Binaries() => Labels.OfClasses(["no", "yes"], [.. Enumerable.Range(0, TrainRows).Select(row => row % 2)]);

    private static TrainingRequest Request(ModelTask task, Labels labels, long seed = 7) => new(
        new ModelSignature(task, [new FeatureSignature("x", ColumnType.Numeric, [])], ModelSignature.OutputsOf(task, labels.Classes), labels.Classes),
        new Table([new NumericColumn("x", [.. Enumerable.Range(0, TrainRows).Select(row => (double)row)])]),
        labels,
        "guess",
        new TrainerParameters([]),
        seed);

    private static NoiseFloor Binary(Func<int, double, double> scoring) => Measure(new FakeEngine { Scoring = scoring }, Request(ModelTask.BinaryClassification, Binaries()));

    private static TrainingRequest Binary(FakeEngine engine, long seed = 7)
    {
        var request = Request(ModelTask.BinaryClassification, Binaries(), seed);
        Measure(engine, request);
        return request;
    }

    private static NoiseFloor Measure(FakeEngine engine, TrainingRequest request) =>
        new NoiseFloorMeter(engine, request, TestRows, Labels.OfClasses(["no", "yes"], [0, 0, 1, 0]))
            .Measure(new Scores(["probability"], [.. Enumerable.Range(0, 4).Select(x => Candidate(x))]), new Progress<string>(), TestContext.Current.CancellationToken);
}
