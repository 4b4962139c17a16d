using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Fitting;

/// <summary>
/// What training minimises: the mean over the rows of the loss plus <c>l2 / 2</c> times the squared weights. Intercepts are not penalised.
/// A point is the weights of the first output (the intercept first), then those of the second, and so on.
/// </summary>
/// <remarks>
/// Sums are taken over parts of the rows whose bounds follow from the problem's size alone, and added in their order,
/// so that they have the same bits on any number of threads.
/// </remarks>
internal sealed class Objective
{
    private const int LeastRowsPerPart = 2048;
    private const int MostParts = 16;
    private const int MostPartsOfWideProblems = 4;
    private const int WideProblem = 512;
    private const int TileRows = 32;

    private readonly DesignMatrix _design;
    private readonly ILoss _loss;
    private readonly double _l2;
    private readonly PartialSums[] _parts;
    private readonly ParallelOptions _parallel;

    /// <param name="design">The rows.</param>
    /// <param name="loss">What a prediction costs.</param>
    /// <param name="l2">The penalty.</param>
    /// <param name="threads">How many threads share the rows; −1 for as many as there are.</param>
    /// <param name="cancellation">Stops every sum over the rows, with an <see cref="OperationCanceledException"/>.</param>
    public Objective(DesignMatrix design, ILoss loss, double l2, int threads, CancellationToken cancellation)
    {
        (_design, _loss, _l2) = (design, loss, l2);
        var most = Dimension > WideProblem ? MostPartsOfWideProblems : MostParts;
        _parts = new PartialSums[Math.Clamp(design.Rows / LeastRowsPerPart, 1, most)];
        for (var i = 0; i < _parts.Length; i++)
            _parts[i] = new();
        _parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
    }

    /// <summary>How many weights there are, the intercepts included.</summary>
    public int Dimension => _loss.Outputs * _design.Width;

    private int Pairs => _loss.Outputs * (_loss.Outputs + 1) / 2;

    /// <summary>The best point without features.</summary>
    public double[] Start()
    {
        var point = new double[Dimension];
        var intercepts = _loss.Start;
        for (var output = 0; output < intercepts.Length; output++)
            point[output * _design.Width] = intercepts[output];
        return point;
    }

    /// <summary>The objective at a point.</summary>
    public double Value(double[] point) => Sum(point, 0, 0);

    /// <summary>The objective at a point, with its first derivatives.</summary>
    public double Gradient(double[] point, double[] gradient)
    {
        var value = Sum(point, Dimension, 0);
        CollectGradient(point, gradient);
        return value;
    }

    /// <summary>The objective at a point, with its first and second derivatives.</summary>
    /// <param name="point">The weights.</param>
    /// <param name="gradient">Set to the first derivatives.</param>
    /// <param name="hessian">Set to the second derivatives, a full symmetric matrix.</param>
    public double Hessian(double[] point, double[] gradient, double[] hessian)
    {
        var value = Sum(point, Dimension, Pairs * _design.Width * _design.Width);
        CollectGradient(point, gradient);
        CollectHessian(hessian);
        return value;
    }

    private double Sum(double[] point, int gradient, int curvature)
    {
        Parallel.For(0, _parts.Length, _parallel, part =>
        {
            _parts[part].Clear(gradient, curvature);
            SumRows(_parts[part], FirstRow(part), FirstRow(part + 1), point, gradient > 0, curvature > 0);
        });
        var penalty = 0.0;
        for (var i = 0; i < point.Length; i++)
            penalty += IsIntercept(i) ? 0 : point[i] * point[i];
        return (_parts.Sum(part => part.Value) + _l2 / 2 * penalty) / _design.Rows;
    }

    private void SumRows(PartialSums sums, int from, int to, double[] point, bool withGradient, bool withCurvature)
    {
        var (outputs, width) = (_loss.Outputs, _design.Width);
        Span<double> scores = new double[outputs];
        Span<double> slopes = new double[outputs];
        Span<double> curvatures = new double[withCurvature ? Pairs : 0];
        var tile = new double[withCurvature ? Pairs * TileRows : 0];
        for (var row = from; row < to; row++)
        {
            if ((row - from) % TileRows == 0)
                _parallel.CancellationToken.ThrowIfCancellationRequested();
            for (var output = 0; output < outputs; output++)
                scores[output] = _design.Dot(row, point.AsSpan(output * width, width));
            sums.Value += _loss.Evaluate(row, scores, slopes, curvatures);
            for (var output = 0; withGradient && output < outputs; output++)
                _design.AddRow(row, slopes[output], sums.Gradient.AsSpan(output * width, width));
            if (withCurvature)
                Tile(sums, row, (row - from) % TileRows, row == to - 1, curvatures, tile);
        }
    }

    /// <summary>Keeps a row's curvatures until a tile of rows is full: their outer products are added together.</summary>
    private void Tile(PartialSums sums, int row, int place, bool isLast, ReadOnlySpan<double> curvatures, double[] tile)
    {
        for (var pair = 0; pair < curvatures.Length; pair++)
            tile[(pair * TileRows) + place] = curvatures[pair];
        if (place < TileRows - 1 && !isLast)
            return;
        var size = _design.Width * _design.Width;
        for (var pair = 0; pair < curvatures.Length; pair++)
            _design.AddOuterProducts(row - place, tile.AsSpan(pair * TileRows, place + 1), sums.Curvature.AsSpan(pair * size, size));
    }

    private void CollectGradient(double[] point, double[] gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            var sum = IsIntercept(i) ? 0 : _l2 * point[i];
            foreach (var part in _parts)
                sum += part.Gradient[i];
            gradient[i] = sum / _design.Rows;
        }
    }

    private void CollectHessian(double[] hessian)
    {
        var pair = 0;
        for (var output = 0; output < _loss.Outputs; output++)
        {
            for (var other = 0; other <= output; other++)
                CollectBlock(hessian, output * _design.Width, other * _design.Width, pair++);
        }

        for (var i = 0; i < Dimension; i++)
            hessian[i * (Dimension + 1)] += IsIntercept(i) ? 0 : _l2 / _design.Rows;
        FixSumOfIntercepts(hessian);
    }

    /// <summary>
    /// Shifting every intercept of several outputs alike changes nothing, which leaves the Hessian singular in that direction alone.
    /// The gradient has no part in it, so that a curvature there changes no Newton step.
    /// </summary>
    private void FixSumOfIntercepts(double[] hessian)
    {
        if (_loss.Outputs == 1)
            return;
        for (var i = 0; i < Dimension; i += _design.Width)
        {
            for (var j = 0; j < Dimension; j += _design.Width)
                hessian[(i * Dimension) + j] += 1.0 / _loss.Outputs;
        }
    }

    private void CollectBlock(double[] hessian, int row, int column, int pair)
    {
        var width = _design.Width;
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                foreach (var part in _parts)
                    sum += part.Curvature[((pair * width) + i) * width + j];
                sum /= _design.Rows;
                hessian[(row + i) * Dimension + column + j] = sum;
                hessian[(row + j) * Dimension + column + i] = sum;
                hessian[(column + i) * Dimension + row + j] = sum;
                hessian[(column + j) * Dimension + row + i] = sum;
            }
        }
    }

    private int FirstRow(int part) => (int)((long)_design.Rows * part / _parts.Length);

    private bool IsIntercept(int weight) => weight % _design.Width == 0;
}
