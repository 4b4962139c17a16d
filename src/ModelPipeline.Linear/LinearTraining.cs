using System.Globalization;
using ModelPipeline.Linear.Fitting;
using ModelPipeline.Linear.Preprocessing;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear;

/// <summary>One training: encodes the rows, minimises the objective, reads the weights off.</summary>
internal sealed class LinearTraining(TrainingRequest request, int threads)
{
    /// <summary>The most weights that are solved for with a matrix of second derivatives.</summary>
    internal const int MostWeightsForNewton = 2000;

    private const int MostWeights = 1_000_000;

    private readonly LinearParameters _parameters = LinearParameters.Of(request.Parameters);

    /// <exception cref="TrainingException">The rows or parameters allow no model.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public LinearModel Run(CancellationToken cancellation)
    {
        TrainingRows.Check(request);
        var columns = InputColumns.Of(request.Features, request.Signature.Inputs);
        var layout = new ColumnLayout(RowEncoder.Fit(columns, _parameters.MaxCategories));
        cancellation.ThrowIfCancellationRequested();

        var target = TargetScale.Of(request.Labels);
        var loss = LossOf(target);
        if ((long)loss.Outputs * layout.Width > MostWeights)
            throw new TrainingException($"The model would have {(long)loss.Outputs * layout.Width} weights, more than {MostWeights}: lower 'max_categories', or ignore features with many categories.");

        var design = RowEncoder.Encode(columns, layout, request.Features.Rows);
        var objective = new Objective(design, loss, _parameters.L2, threads, cancellation);
        var minimum = SolverFor(objective).Minimise(objective, cancellation);
        return minimum.Converged ? ModelOf(minimum.Point, layout, target) : throw NotConverged(minimum);
    }

    private ILoss LossOf(TargetScale target) => request.Signature.Task switch
    {
        ModelTask.BinaryClassification => new LogisticLoss(request.Labels),
        ModelTask.MulticlassClassification => new SoftmaxLoss(request.Labels),
        _ => new SquaredLoss(target.Standardised(request.Labels.Numbers)),
    };

    private ISolver SolverFor(Objective objective) => objective.Dimension <= MostWeightsForNewton
        ? new NewtonSolver(_parameters.Tolerance, _parameters.MaxIterations)
        : new QuasiNewtonSolver(_parameters.Tolerance, _parameters.MaxIterations);

    private LinearModel ModelOf(double[] point, ColumnLayout layout, TargetScale target)
    {
        int[] order = [.. layout.InFeatureOrder()];
        int[] starts = [.. Enumerable.Range(0, point.Length / layout.Width).Select(output => output * layout.Width)];
        return new(
            request.Trainer,
            layout.Encodings,
            [.. starts.Select(start => target.Mean + (target.Scale * point[start]))],
            [.. starts.Select(start => order.Select(column => target.Scale * point[start + column]).ToArray())]);
    }

    private TrainingException NotConverged(Minimum minimum) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Trainer '{request.Trainer}' did not converge in {minimum.Iterations} iterations: raise 'max_iterations' (now {_parameters.MaxIterations}), 'tolerance' (now {_parameters.Tolerance:R}) or 'l2' (now {_parameters.L2:R})."));
}
