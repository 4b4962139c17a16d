using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>Measures the candidate on the test rows and judges it by the spec's gates.</summary>
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

        progress.Report("reading the data");
        var data = run.ReadData(cancellation);

        progress.Report("scoring the test rows");
        using var scorer = run.Engine.Load(bundle.Folder, bundle.Manifest.Signature);
        var scores = scorer.Score(data.TestFeatures, cancellation);

        progress.Report("measuring");
        var estimates = MetricEstimator.Estimate(data.TestLabels, scores, run.Spec.Task, run.Spec.Train.Seed, cancellation);
        var slices = SliceEvaluator.Evaluate(
            data.Rows.Dataset.Table.Select(data.Split.Test), run.Spec.Evaluate.Slices, data.TestLabels, scores, run.Spec.Task, cancellation);
        return Task.FromResult(new StepOutcome
        {
            Summary = string.Join(", ", estimates
                .Where(estimate => run.Spec.Evaluate.Gates.ContainsKey(estimate.Metric.Name))
                .Select(estimate => $"{estimate.Metric.Name} {MetricText.Of(estimate.Estimate)}")),
            Candidate = bundle.Digest,
            Checks = ThresholdGate.JudgeAll(estimates, run.Spec.Evaluate.Gates),
            Measures = Measures(estimates).Append(new("test_rows", data.Split.Test.Length)).ToDictionary(StringComparer.Ordinal),
            Slices = [.. slices.Select(slice => new SliceEvidence(slice.Slice, slice.Rows, Measures(slice.Metrics)))],
            Facts = estimates.Where(estimate => estimate.Undefined is not null)
                .ToDictionary(estimate => $"undefined.{estimate.Metric.Name}", estimate => estimate.Undefined!, StringComparer.Ordinal),
        });
    }

    private static SortedDictionary<string, Measure> Measures(IReadOnlyList<MetricEstimate> estimates) => new(
        estimates
            .Where(estimate => estimate.Undefined is null)
            .ToDictionary(estimate => estimate.Metric.Name, estimate => MeasureOf(estimate.Estimate)),
        StringComparer.Ordinal);

    private static Measure MeasureOf(Statistics.Estimate estimate) =>
        new(estimate.Value, Known(estimate.Low), Known(estimate.High));

    private static double? Known(double bound) => double.IsNaN(bound) ? null : bound;
}
