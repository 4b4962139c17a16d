namespace ModelPipeline.Linear.Fitting;

/// <summary>
/// Newton's method with step halving (Boyd and Vandenberghe, Convex Optimization, algorithm 9.5): for a strictly convex objective it
/// converges from any start, at the end quadratically. For the logistic loss it is iteratively reweighted least squares.
/// </summary>
/// <param name="tolerance">The share of the objective by which a further step would lower it, at which it stops.</param>
/// <param name="maxIterations">The most steps.</param>
internal sealed class NewtonSolver(double tolerance, int maxIterations) : ISolver
{
    private const double SufficientDecrease = 1e-4;
    private const double LeastStep = 1e-12;

    /// <summary>The share of the start's objective below which the rest is rounding: a perfect fit.</summary>
    private const double PerfectFit = 1e-12;

    public Minimum Minimise(Objective objective, CancellationToken cancellation)
    {
        var point = objective.Start();
        var gradient = new double[point.Length];
        var hessian = new double[point.Length * point.Length];
        var floor = objective.Value(point) * PerfectFit;

        for (var iteration = 1; iteration <= maxIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var value = objective.Hessian(point, gradient, hessian);
            if (StepFrom(gradient, hessian) is not { } step)
                return new(point, Converged: false, iteration);

            var slope = Vectors.Dot(gradient, step);
            if (-slope / 2 <= tolerance * Math.Max(value, floor))
                return new(LastStep(objective, point, step, value), Converged: true, iteration);
            if (Search(objective, point, step, value, slope) is not { } next)
                return new(point, Converged: false, iteration);
            point = next;
        }

        return new(point, Converged: false, maxIterations);
    }

    private static double[]? StepFrom(double[] gradient, double[] hessian) =>
        Cholesky.Solve(hessian, Array.ConvertAll(gradient, slope => -slope));

    private static double[] LastStep(Objective objective, double[] point, double[] step, double value)
    {
        var next = Moved(point, 1, step);
        return objective.Value(next) <= value ? next : point;
    }

    private static double[]? Search(Objective objective, double[] point, double[] step, double value, double slope)
    {
        for (var size = 1.0; size >= LeastStep; size /= 2)
        {
            var next = Moved(point, size, step);
            if (objective.Value(next) <= value + (SufficientDecrease * size * slope))
                return next;
        }

        return null;
    }

    private static double[] Moved(double[] point, double size, double[] step)
    {
        var moved = (double[])point.Clone();
        Vectors.AddScaled(moved, size, step);
        return moved;
    }
}
