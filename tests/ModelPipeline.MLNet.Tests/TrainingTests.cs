using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests;

public sealed class TrainingTests
{
    private static readonly MLNetEngine Engine = new();

    [Fact]
    public void A_stopped_training_ends_at_once_and_the_next_one_works()
    {
        using var stop = new CancellationTokenSource();
        var problem = Problem.Of(ModelTask.Regression, rows: 20_000);
        var endless = problem.Request(Engine, "fast-tree", ("trees", 2_000L));
        stop.CancelAfter(TimeSpan.FromMilliseconds(500));

        Should.Throw<OperationCanceledException>(() => Engine.Train(endless, stop.Token));

        using var next = Engine.Train(Problem.Of(ModelTask.Regression).Request(Engine, "fast-tree"), TestContext.Current.CancellationToken);
        next.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken).Rows.ShouldBe(20_000);
    }

    [Theory]
    [InlineData(0L, 0)]
    [InlineData(-1L, -1)]
    [InlineData(7L, 7)]
    [InlineData(-8L, -8)]
    [InlineData(1L << 32, 31)]
    [InlineData((1L << 32) + 7, 38)]
    public void Seeds_of_32_bits_are_kept_and_longer_ones_folded(long seed, int expected) => MLNetTraining.SeedOf(seed).ShouldBe(expected);

    [Theory]
    [InlineData("Label")]
    [InlineData("Features")]
    [InlineData("Numbers")]
    [InlineData("Missing")]
    [InlineData("Score")]
    [InlineData("Probability")]
    [InlineData("PredictedLabel")]
    public void A_feature_may_have_a_name_that_Microsoft_ML_uses(string name)
    {
        var problem = Problem.Of(ModelTask.BinaryClassification);
        Problem Named(string number, string colour) => problem with
        {
            Rows = new Table(
            [
                new NumericColumn(number, ((NumericColumn)problem.Rows["strong"]).Values.ToArray()),
                problem.Rows["noise"],
                new CategoricalColumn(colour, ((CategoricalColumn)problem.Rows["colour"]).Codes.ToArray(), ["blue", "green", "red"]),
            ]),
        };

        Scores(Named(name, "colour")).ShouldBe(Scores(problem));
        Scores(Named("strong", name)).ShouldBe(Scores(problem));
    }

    [Fact]
    public void A_label_below_zero_is_no_count()
    {
        var problem = Problem.Of(ModelTask.Regression) with { Labels = Labels.OfNumbers([.. Enumerable.Range(0, 600).Select(row => -1.0 - row)]) };

        Should.Throw<TrainingException>(() => Engine.Train(problem.Request(Engine, "lbfgs-poisson-regression"), TestContext.Current.CancellationToken))
            .Message.ShouldStartWith("Microsoft.ML cannot train 'lbfgs-poisson-regression': Poisson regression must regress to a non-negative label");
    }

    [Fact]
    public void Trainings_at_the_same_time_give_the_models_that_they_give_alone()
    {
        var problem = Problem.Of(ModelTask.BinaryClassification);
        string[] trainers = ["fast-tree", "fast-forest", "sdca-logistic-regression", "lbfgs-logistic-regression"];
        double[][] alone = [.. trainers.Select(trainer => Scores(problem, trainer))];

        var together = new double[trainers.Length * 2][];
        Parallel.For(0, together.Length, i => together[i] = Scores(problem, trainers[i % trainers.Length]));

        for (var i = 0; i < together.Length; i++)
            together[i].ShouldBe(alone[i % trainers.Length]);
    }

    private static double[] Scores(Problem problem, string trainer = "lbfgs-logistic-regression")
    {
        using var model = Engine.Train(problem.Request(Engine, trainer), TestContext.Current.CancellationToken);
        return model.Scorer.Score(problem.Rows, TestContext.Current.CancellationToken).Values.ToArray();
    }
}
