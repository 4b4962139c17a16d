using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Measures and judges candidates by the spec's gates, one after the other, as Evaluate would.</summary>
internal sealed class CandidateJudge
{
    private readonly ModelRun _run;
    private readonly RunData _data;
    private readonly Data.Table _table;
    private readonly BundleScores? _champion;

    public CandidateJudge(ModelRun run, RunData data, CancellationToken cancellation)
    {
        _run = run;
        _data = data;
        _table = data.Rows.Dataset.Table.Select(data.Split.Test);
        _champion = run.OpenBaseline() is { } baseline ? Score(baseline, cancellation) : null;
    }

    /// <summary>Judges a candidate.</summary>
    /// <param name="number">Its place on the command line, from 1.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="bundle">Its bundle.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public RankedCandidate Judge(int number, string name, ModelBundle bundle, CancellationToken cancellation)
    {
        var scores = Score(bundle, cancellation);
        if (scores.Scores is null)
            return new(number, name, bundle.Digest, null, [], Status.Failed, [.. scores.Faults.Select(fault => $"it cannot score the test rows: {fault}")], null);

        var spec = _run.Spec;
        var rows = new ComparedRows(_data.TestLabels, scores.Scores, _champion?.Scores, spec.Task);
        var metrics = MetricCatalog.Of(spec.Task).Where(metric => spec.Evaluate.Gates.ContainsKey(metric.Name));
        var comparisons = MetricComparer.Compare(rows, metrics, spec.Train.Seed, cancellation);
        var checks = GateVerdict.Settle(new EvaluateGates(spec, _champion).Judge(comparisons, rows, _table, cancellation));
        var seen = SeenRows.Of(bundle, scores.Inputs!, rows.Labels);
        var verdict = new[] { StepEvidence.Worst(checks), StatusOf(seen) }.Max();
        string[] reasons =
        [
            .. checks.Where(check => check.Status == verdict && verdict != Status.Passed).Select(check => check.Reason),
            .. StatusOf(seen) == verdict && seen.Meaning("it") is { } meaning ? [meaning] : Array.Empty<string>(),
        ];
        return new(number, name, bundle.Digest, scores.Scores, comparisons, verdict, reasons, seen);
    }

    private BundleScores Score(ModelBundle bundle, CancellationToken cancellation) =>
        BundleScores.Of(bundle, _run.Engines, _run.Spec.Task, _table, _data.TestLabels, cancellation);

    private static Status StatusOf(SeenRows seen) => seen switch { { Fault: not null } => Status.Error, { Seen: > 0 } => Status.Failed, _ => Status.Passed };
}
