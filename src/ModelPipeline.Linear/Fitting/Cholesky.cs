using MathNet.Numerics.Providers.LinearAlgebra;

namespace ModelPipeline.Linear.Fitting;

/// <summary>Solves systems of a symmetric positive definite matrix.</summary>
/// <remarks>
/// The managed provider is called directly, whatever provider the process has chosen. It spreads columns over threads
/// and adds up each entry in one order, so that its bits do not depend on the number of threads.
/// </remarks>
internal static class Cholesky
{
    private const double FirstDamping = 1e-12;
    private const double MostDamping = 1e3;

    /// <summary>
    /// Solves <c>matrix · x = right</c>. Where rounding left the matrix not positive definite, the least tried multiple of its greatest
    /// diagonal entry is added to the diagonal.
    /// </summary>
    /// <returns>The solution; <see langword="null"/> where the matrix is not finite.</returns>
    public static double[]? Solve(double[] matrix, double[] right)
    {
        var order = right.Length;
        var greatest = 0.0;
        for (var i = 0; i < order; i++)
            greatest = Math.Max(greatest, matrix[i * (order + 1)]);

        for (var damping = 0.0; damping <= MostDamping; damping = damping == 0 ? FirstDamping : damping * 10)
        {
            var factor = (double[])matrix.Clone();
            for (var i = 0; i < order; i++)
                factor[i * (order + 1)] += damping * greatest;
            if (!TryFactor(factor, order))
                continue;
            var solution = (double[])right.Clone();
            ManagedLinearAlgebraProvider.Instance.CholeskySolveFactored(factor, order, solution, 1);
            return Array.TrueForAll(solution, double.IsFinite) ? solution : null;
        }

        return null;
    }

    private static bool TryFactor(double[] matrix, int order)
    {
        try
        {
            ManagedLinearAlgebraProvider.Instance.CholeskyFactor(matrix, order);
            return true;
        }
        catch (ArgumentException)
        {
            return false; // This is how the provider says "not positive definite".
        }
    }
}
