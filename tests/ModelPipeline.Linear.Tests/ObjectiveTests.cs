using ModelPipeline.Linear.Fitting;
using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Tests;

public sealed class ObjectiveTests
{
    public static TheoryData<string> Losses => ["logistic", "softmax", "squared"];

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_gradient_is_the_slope_of_the_value(string loss)
    {
        var objective = ObjectiveOf(loss);
        var point = Point(objective);
        var gradient = new double[objective.Dimension];

        objective.Gradient(point, gradient);

        gradient.ShouldBe(Differences(point, moved => [objective.Value(moved)]).Select(slopes => slopes[0]), 1e-7);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_hessian_is_the_slope_of_the_gradient_apart_from_the_sum_of_the_intercepts(string loss)
    {
        var objective = ObjectiveOf(loss);
        var point = Point(objective);
        var size = objective.Dimension;
        var hessian = new double[size * size];
        objective.Hessian(point, new double[size], hessian);
        var width = loss == "softmax" ? size / 3 : size;
        for (var i = 0; loss == "softmax" && i < size; i += width)
        {
            for (var j = 0; j < size; j += width)
                hessian[(i * size) + j] -= 1.0 / 3;
        }

        hessian.ShouldBe(Differences(point, Gradient).SelectMany(slopes => slopes), 1e-7);

        double[] Gradient(double[] moved)
        {
            var gradient = new double[size];
            objective.Gradient(moved, gradient);
            return gradient;
        }
    }

    [Fact]
    public void Second_derivatives_are_computed_only_where_they_are_asked_for()
    {
        var loss = new WatchedLoss();
        var objective = new Objective(DesignOf(rows: 100), loss, l2: 1, threads: 1, CancellationToken.None);

        objective.Value([0]);
        objective.Gradient([0], [0]);
        loss.Curvatures.ShouldBe(0);

        objective.Hessian([0], [0], [0]);
        loss.Curvatures.ShouldBe(100);
    }

    [Fact]
    public void A_sum_over_many_rows_stops_in_their_midst()
    {
        using var source = new CancellationTokenSource();
        var loss = new WatchedLoss { OnRow = _ => source.Cancel() };
        var objective = new Objective(DesignOf(rows: 10_000), loss, l2: 1, threads: 1, source.Token);

        Should.Throw<OperationCanceledException>(() => objective.Value([0]));

        loss.Rows.ShouldBeLessThan(100);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Both_solvers_end_where_the_gradient_is_zero(string loss)
    {
        var objective = ObjectiveOf(loss);
        var gradient = new double[objective.Dimension];

        var newton = new NewtonSolver(1e-10, 100).Minimise(objective, TestContext.Current.CancellationToken);
        objective.Gradient(newton.Point, gradient);
        newton.Converged.ShouldBeTrue();
        gradient.ShouldAllBe(slope => Math.Abs(slope) < 1e-9);

        var quasi = new QuasiNewtonSolver(1e-10, 1000).Minimise(objective, TestContext.Current.CancellationToken);
        quasi.Converged.ShouldBeTrue();
        quasi.Point.ShouldBe(newton.Point, 1e-4);
        objective.Value(quasi.Point).ShouldBe(objective.Value(newton.Point), 1e-9);
    }

    [Fact]
    public void A_matrix_that_rounding_made_indefinite_is_still_solved() =>
        Cholesky.Solve([1, 1, 1, 1], [2, 2])!.ShouldBe([1, 1], 1e-3);

    [Fact]
    public void A_matrix_that_is_not_finite_has_no_solution() =>
        Cholesky.Solve([double.NaN], [1]).ShouldBeNull();

    private static Objective ObjectiveOf(string loss)
    {
        const int Rows = 300;
        var columns = Samples.Mixed(Rows);
        var layout = new ColumnLayout(RowEncoder.Fit(columns, 5));
        ILoss chosen = loss switch
        {
            "logistic" => new LogisticLoss(Samples.MixedBinary(Rows).Labels),
            "softmax" => new SoftmaxLoss(Samples.MixedMulticlass(Rows).Labels),
            _ => new SquaredLoss([.. Enumerable.Range(0, Rows).Select(row => (row % 7) - 3.0)]),
        };
        return new(RowEncoder.Encode(columns, layout, Rows), chosen, l2: 0.7, threads: -1, CancellationToken.None);
    }

    /// <summary>Rows that have the constant 1 alone.</summary>
    private static DesignMatrix DesignOf(int rows) => new(rows, new([]), [.. Enumerable.Repeat(1.0, rows)], []);

    private static double[] Point(Objective objective) =>
        [.. Enumerable.Range(0, objective.Dimension).Select(i => Math.Sin(i + 1) / 2)];

    private static IEnumerable<double[]> Differences(double[] point, Func<double[], double[]> function)
    {
        const double Step = 1e-5;
        for (var i = 0; i < point.Length; i++)
        {
            var (up, down) = ((double[])point.Clone(), (double[])point.Clone());
            up[i] += Step;
            down[i] -= Step;
            yield return [.. function(up).Zip(function(down), (above, below) => (above - below) / (2 * Step))];
        }
    }
}
