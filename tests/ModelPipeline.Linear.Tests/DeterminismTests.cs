using System.Globalization;

namespace ModelPipeline.Linear.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Tasks => ["binary", "multiclass", "regression"];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void One_and_eight_threads_give_the_same_bytes(string task)
    {
        var problem = ProblemOf(task);

        problem.Bytes(threads: 8).ShouldBe(problem.Bytes(threads: 1));
    }

    [Fact]
    public void Limited_memory_training_gives_the_same_bytes_on_one_and_eight_threads()
    {
        var problem = ManyWeights(5000);

        problem.Bytes(threads: 8).ShouldBe(problem.Bytes(threads: 1));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_no_byte(string culture)
    {
        var expected = Samples.MixedBinary(200).Bytes();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Samples.MixedBinary(200).Bytes().ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cancelled_training_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => new LinearEngine().Train(Samples.TenBinary.Request, source.Token));
    }

    [Fact]
    public void A_cancelled_limited_memory_solver_stops()
    {
        var objective = new Fitting.Objective(
            new(1, new([]), [1], []), new Fitting.SquaredLoss([1]), l2: 1, threads: 1, CancellationToken.None);

        Should.Throw<OperationCanceledException>(() => new Fitting.QuasiNewtonSolver(1e-10, 10).Minimise(objective, new(canceled: true)));
    }

    [Fact]
    public void More_weights_than_a_full_hessian_allows_still_converge()
    {
        var problem = ManyWeights(3000);

        var scores = problem.Score(problem.Rows);

        var right = Enumerable.Range(0, 3000).Count(row => scores.AsSpan(row * 3, 3).IndexOf(scores.AsSpan(row * 3, 3).ToArray().Max()) == problem.Labels.Codes[row]);
        right.ShouldBeGreaterThan(1500);
    }

    private static Problem ManyWeights(int rows)
    {
        var problem = Samples.MixedMulticlass(rows);
        var many = Columns.Texts("many", [.. Enumerable.Range(0, rows).Select(row => "m" + (row * 7919 % 900))]);
        return (problem with { Columns = [.. problem.Columns, many] }).With("max_categories", 1000L);
    }

    private static Problem ProblemOf(string task) => task switch
    {
        "binary" => Samples.MixedBinary(20_000),
        "multiclass" => Samples.MixedMulticlass(20_000),
        _ => Samples.MixedRegression(20_000),
    };
}
