using System.Globalization;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;
using ModelPipeline.XGBoost.Native;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>One training: encodes the rows, adds rounds of trees, and cuts them after the best one.</summary>
internal sealed class XGBoostTraining(TrainingRequest request, int? threads)
{
    private readonly XGBoostParameters _parameters = XGBoostParameters.Of(request.Parameters);

    /// <exception cref="TrainingException">The rows or parameters allow no model.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public XGBoostModel Run(CancellationToken cancellation)
    {
        RequestChecks.Check(request, _parameters);
        var columns = InputColumns.Of(request.Features, request.Signature.Inputs);
        var encodings = EncodingChoice.Of(columns, _parameters);
        var targets = Targets.Of(request, _parameters);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var rows = new RowEncoder(encodings, columns).Encode(0, request.Features.Rows);
            var (rounds, trees) = _parameters.EarlyStoppingRounds == 0
                ? All(rows, targets, LibraryParameters(encodings), cancellation)
                : UntilBest(rows, targets, LibraryParameters(encodings), cancellation);
            return new(encodings, targets.Base, rounds, trees);
        }
        catch (XGBoostException fault)
        {
            throw new TrainingException($"XGBoost cannot train on these rows: {fault.Message}.");
        }
    }

    private (int Rounds, byte[] Trees) All(EncodedRows rows, Targets targets, KeyValuePair<string, string>[] parameters, CancellationToken cancellation)
    {
        using var matrix = MatrixOf(rows, targets);
        using var booster = Booster.Create(parameters, matrix);
        for (var round = 0; round < _parameters.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            booster.Update(round, matrix);
        }

        return (_parameters.Rounds, booster.Save());
    }

    private (int Rounds, byte[] Trees) UntilBest(EncodedRows rows, Targets targets, KeyValuePair<string, string>[] parameters, CancellationToken cancellation)
    {
        var sides = HeldBackRows.Of(rows, _parameters.ValidationShare, request.Seed);
        using var grownRows = rows.Select(sides.Grown);
        using var heldBackRows = rows.Select(sides.HeldBack);
        using var grown = MatrixOf(grownRows, targets.Of(sides.Grown));
        using var heldBack = MatrixOf(heldBackRows, targets.Of(sides.HeldBack));
        using var booster = Booster.Create(parameters, grown, heldBack);
        var (best, least) = (0, double.PositiveInfinity);
        for (var round = 0; round < _parameters.Rounds && round - best <= _parameters.EarlyStoppingRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            booster.Update(round, grown);
            var loss = booster.Evaluate(round, heldBack);
            if (loss < least)
                (best, least) = (round, loss);
        }

        using var cut = booster.First(best + 1);
        return (best + 1, cut.Save());
    }

    private static Matrix MatrixOf(EncodedRows rows, Targets targets)
    {
        var matrix = Matrix.Of(rows);
        matrix.Set("label", targets.Labels);
        if (targets.Weights is not null)
            matrix.Set("weight", targets.Weights);
        return matrix;
    }

    private KeyValuePair<string, string>[] LibraryParameters(IReadOnlyList<FeatureEncoding> encodings) =>
    [
        .. Objective.Of(request.Signature.Task, _parameters.AbsoluteErrors).Parameters(request.Signature),
        .. _parameters.Native,
        new("tree_method", "hist"),
        new("seed", (request.Seed & int.MaxValue).ToString(CultureInfo.InvariantCulture)),
        new("nthread", (threads ?? TrainingThreads.For(request.Features)).ToString(CultureInfo.InvariantCulture)),
        .. MonotoneConstraints(encodings),
    ];

    /// <summary>One number a column. Without a constraint the parameter is left out: with it the library takes a slower way.</summary>
    private IEnumerable<KeyValuePair<string, string>> MonotoneConstraints(IReadOnlyList<FeatureEncoding> encodings)
    {
        if (_parameters.Monotone.Count == 0)
            yield break;
        var constraints = encodings.SelectMany(feature => Enumerable.Repeat(_parameters.Monotone.GetValueOrDefault(feature.Name, 0L), feature.Width));
        yield return new("monotone_constraints", FormattableString.Invariant($"({string.Join(",", constraints)})"));
    }
}
