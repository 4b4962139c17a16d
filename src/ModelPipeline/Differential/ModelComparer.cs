using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>Scores the reference rows with both models.</summary>
internal static class ModelComparer
{
    /// <summary>Compares the candidate with the champion as far as that can be done.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="champion">The champion.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="reference">The rows to score.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Comparison Compare(
        ModelRun run, ModelBundle champion, ModelBundle candidate, ReferenceRows reference, IProgress<string> progress, CancellationToken cancellation)
    {
        var comparison = new Comparison
        {
            Champion = champion,
            Candidate = candidate,
            Reference = reference,
            Obstacles = Obstacles.Of(champion.Manifest, candidate.Manifest, run.Engines, reference.Table),
            SeenByCandidate = SeenRows.Of(candidate, reference.Table, reference.Labels),
            SeenByChampion = SeenRows.Of(champion, reference.Table, reference.Labels),
        };
        if (comparison.Obstacles.Count > 0)
            return comparison;

        progress.Report("scoring with both models");
        using var before = run.Engines.Load(champion, cancellation);
        using var after = run.Engines.Load(candidate, cancellation);
        var scores = Score(run, comparison, before, after, cancellation);

        progress.Report("permuting features");
        var reliance = new FeatureSensitivity(reference.Table, scores.Unit, run.Spec.Train.Seed).Of((champion.Manifest, before), (candidate.Manifest, after), cancellation);
        return comparison with { Scores = scores, Reliance = reliance };
    }

    private static ScoredPair Score(ModelRun run, Comparison comparison, IScorer before, IScorer after, CancellationToken cancellation)
    {
        var (champion, candidate, reference) = (comparison.Champion.Manifest, comparison.Candidate.Manifest, comparison.Reference);
        var unit = ScoredPair.UnitOf(champion);
        var ofChampion = before.Score(SignatureRows.Of(champion.Signature, reference.Table).Inputs!, cancellation);
        var ofCandidate = after.Score(SignatureRows.Of(candidate.Signature, reference.Table).Inputs!, cancellation);
        var rows = RowDifferences.Of(ofChampion, ofCandidate, reference.Labels, champion.Signature.Task, run.Spec.Differential.Tolerance, unit);
        return new(ofChampion, ofCandidate, rows, unit);
    }
}
