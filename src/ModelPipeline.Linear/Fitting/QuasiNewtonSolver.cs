using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ModelPipeline.Linear.Fitting;

/// <summary>Limited-memory BFGS, for problems with too many weights for a matrix of second derivatives.</summary>
/// <remarks>
/// It computes with the process's MathNet provider, so the managed one is selected first: that is this engine's only
/// change to MathNet's global settings.
/// </remarks>
/// <param name="tolerance">The square of a hundred times the greatest relative slope at which it stops: comparable to that of <see cref="NewtonSolver"/>.</param>
/// <param name="maxIterations">The most steps.</param>
internal sealed class QuasiNewtonSolver(double tolerance, int maxIterations) : ISolver
{
    private const int Memory = 10;

    private readonly double _gradientTolerance = Math.Sqrt(tolerance) / 100;

    public Minimum Minimise(Objective objective, CancellationToken cancellation)
    {
        Control.UseManaged();
        var start = Vector<double>.Build.Dense(objective.Start());
        var evaluations = 0;
        var function = ObjectiveFunction.Gradient(point =>
        {
            cancellation.ThrowIfCancellationRequested();
            evaluations++;
            var gradient = new double[objective.Dimension];
            var value = objective.Gradient(point.ToArray(), gradient);
            return (value, Vector<double>.Build.Dense(gradient));
        });
        var minimizer = new LimitedMemoryBfgsMinimizer(_gradientTolerance, parameterTolerance: 0, functionProgressTolerance: 0, Memory, maxIterations);
        try
        {
            var result = minimizer.FindMinimum(function, start);
            return new(result.MinimizingPoint.ToArray(), IsFlat(result.FunctionInfoAtMinimum), result.Iterations);
        }
        catch (OptimizationException)
        {
            // It wraps what the objective throws, and throws where its line search gives up.
            cancellation.ThrowIfCancellationRequested();
            return new(start.ToArray(), Converged: false, evaluations);
        }
    }

    private bool IsFlat(IObjectiveFunction minimum) =>
        minimum.Gradient.InfinityNorm() <= _gradientTolerance * Math.Max(minimum.Value, 1);
}
