using ModelPipeline.Serving;
using ModelPipeline.Training;

namespace ModelPipeline.LoadTesting.Requests;

/// <summary>The requests of a load test: a bundle's golden rows, one a request, with the scores that the bundle gives them in this process.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Tolerance">By how much an answer may differ from the bundle's score; 0 means bit for bit.</param>
internal sealed record ScoringRequests(IReadOnlyList<ScoringRequest> Requests, double Tolerance)
{
    /// <summary>Makes the requests.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="engines">The engines that are there.</param>
    /// <param name="cancellation">Stops the scoring.</param>
    /// <exception cref="InvalidDataException">The bundle cannot be read.</exception>
    public static ScoringRequests Of(ModelBundle bundle, EngineCatalog engines, CancellationToken cancellation)
    {
        var (rows, _) = GoldenRows.Read(bundle.Folder, bundle.Manifest.Signature);
        using var scorer = engines.Load(bundle, cancellation);
        var tolerance = engines[bundle.Manifest.Engine].ScoreTolerance;
        var scores = scorer.Score(rows, cancellation);
        return new(
            [.. Enumerable.Range(0, rows.Rows).Select(row => new ScoringRequest(InvocationBody.Of(rows.Select([row])), scores.Select([row]), tolerance))],
            tolerance);
    }
}
