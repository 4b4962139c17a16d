using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Explanation;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>Measures the candidate on the test rows and judges it by the spec's gates, alone and against the champion.</summary>
public sealed class EvaluateStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.Evaluate;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Train];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{run.CandidateDigest}"];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate);
    }

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var bundle = run.OpenCandidate();
        var baseline = run.OpenBaseline();

        progress.Report("reading the data");
        var data = run.ReadData(cancellation);
        var table = data.Rows.Dataset.Table.Select(data.Split.Test);

        progress.Report("scoring the test rows");
        using var scorer = run.Engines.Load(bundle, cancellation);
        var scores = scorer.Score(data.TestFeatures, cancellation);
        var champion = baseline is null ? null : BundleScores.Of(baseline, run.Engines, run.Spec.Task, table, data.TestLabels, cancellation);
        var rows = new ComparedRows(data.TestLabels, scores, champion?.Scores, run.Spec.Task);

        progress.Report(champion is null ? "measuring" : "measuring and comparing");
        var gates = new EvaluateGates(run.Spec, champion);
        var comparisons = MetricComparer.Compare(rows, MetricCatalog.Of(rows.Task), run.Spec.Train.Seed, cancellation);
        var slices = SliceEvaluator.Evaluate(table, run.Spec.Evaluate.Slices, rows.Labels, scores, rows.Task, cancellation);

        progress.Report("judging");
        var verdicts = gates.Judge(comparisons, rows, table, cancellation);
        var seen = baseline is not null && champion?.Inputs is { } inputs ? SeenRows.Of(baseline, inputs, rows.Labels) : null;

        progress.Report("searching for the worst slices");
        var findings = SliceFindings.Of(data, table, scores, run.Spec, cancellation);
        progress.Report("explaining");
        var explanation = Explainer.Explain(
            scorer, data.TestFeatures, data.TestLabels, scores, run.Spec.Task, run.Spec.Train.Seed, progress, cancellation);
        return Task.FromResult(new StepOutcome
        {
            Summary = gates.Summary(comparisons),
            Candidate = bundle.Digest,
            Checks = GateVerdict.Settle(verdicts),
            IsUndecided = GateVerdict.AreUndecided(verdicts),
            Measures = EvaluateRecord.Measures(comparisons, rows.Labels.Count, seen).Concat(findings.Measures).ToDictionary(StringComparer.Ordinal),
            Slices = [.. slices.Select(slice => new SliceEvidence(slice.Slice, slice.Rows, EvaluateRecord.Measures(slice.Metrics)))],
            Facts = EvaluateRecord.Facts(comparisons, champion, seen).Concat(findings.Facts).ToDictionary(StringComparer.Ordinal),
            Reports = explanation.Files(),
        });
    }
}
