using System.Globalization;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Storage;

namespace ModelPipeline.Training;

/// <summary>Trains the candidate bundle, measures its noise floor, and records where it comes from; or takes the bundle that is given for the candidate.</summary>
/// <param name="clock">The clock.</param>
/// <param name="provenance">Knows where and by whom the candidate is trained.</param>
public sealed class TrainStep(TimeProvider clock, IProvenanceSource provenance) : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.Train;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.ValidateData];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Options.Candidate is { } given ? [$"{GivenCandidate.DigestOf(given)}"] : [];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        AtomicFolder.Recover(run.Workspace.Bundle);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate)
            && (run.Options.Candidate is not { } given || GivenCandidate.DigestOf(given) == last.Candidate);
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        return run.Options.Candidate is { } given
            ? GivenCandidate.Adopt(run, given, progress, cancellation)
            : await TrainAsync(run, progress, cancellation).ConfigureAwait(false);
    }

    private async Task<StepOutcome> TrainAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("reading the data");
        var data = run.ReadData(cancellation);
        var source = await provenance.ReadAsync(run.Spec.Folder, cancellation).ConfigureAwait(false);

        progress.Report("training");
        var started = clock.GetUtcNow();
        var begun = clock.GetTimestamp();
        var request = Request(run.Spec, data);
        using var model = run.Engine.Train(request, cancellation);
        var trainingMs = clock.GetElapsedTime(begun).TotalMilliseconds;

        var scores = model.Scorer.Score(data.TestFeatures, cancellation);
        var noise = new NoiseFloorMeter(run.Engine, request, data.TestFeatures, data.TestLabels).Measure(scores, progress, cancellation);

        progress.Report("writing the bundle");
        var golden = data.Rows.Features.Select(data.Split.Test[..Math.Min(GoldenRows.Most, data.Split.Test.Length)]);
        var goldenScores = model.Scorer.Score(golden, cancellation);
        var bundle = ModelBundle.Write(
            run.Workspace.Bundle, model, Manifest(run, data, request, model, scores, noise), folder =>
            {
                GoldenRows.Write(folder, golden, goldenScores);
                TrainingRows.Of(request.Features, request.Labels).Write(folder);
            });
        run.Engines.Trust(bundle);
        WriteProvenance(run.Workspace.Provenance, bundle.Digest, source, started, trainingMs);
        return new StepOutcome
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{run.Spec.Train.Trainer} on {request.Features.Rows:N0} rows, bundle {bundle.Digest.Short}"),
            Candidate = bundle.Digest,
            Checks =
            [
                TrainChecks.FiniteScores(scores),
                TrainChecks.FaithfulCopy(run, bundle, golden, goldenScores, cancellation),
                TrainChecks.UnseenTestRows(request, data),
            ],
            Measures = TrainRecord.Measures(bundle),
            Facts = TrainRecord.Facts(bundle.Manifest, source),
        };
    }

    private static TrainingRequest Request(ModelSpec spec, RunData data) => new(
        data.Signature,
        data.TrainFeatures,
        data.TrainLabels,
        spec.Train.Trainer,
        spec.Train.Parameters,
        spec.Train.Seed) { Folder = spec.Folder, Label = spec.Data.Label };

    private static BundleManifest Manifest(ModelRun run, RunData data, TrainingRequest request, ITrainedModel model, Scores scores, NoiseFloor noise) => new()
    {
        Name = run.Spec.Name,
        Engine = run.Engine.Name,
        Trainer = request.Trainer,
        Versions = TrainRecord.Versions(run, model),
        Signature = request.Signature,
        Parameters = request.Parameters,
        Seed = request.Seed,
        Data = new BundleData
        {
            Digest = data.Rows.Dataset.Digest,
            Rows = data.Rows.Rows,
            Oldest = data.Oldest,
            Newest = data.Newest,
            TrainRows = data.Split.Train.Length,
            TestRows = data.Split.Test.Length,
            TrainSplit = data.Split.TrainDigest,
            TestSplit = data.Split.TestDigest,
            Columns = ColumnStatistics.Of(request.Features),
            Label = ColumnStatistics.Of(request.Labels.AsColumn(run.Spec.Data.Label)),
        },
        TestMetrics = TestMetrics(run.Spec.Task, data.TestLabels, scores),
        NoiseFloor = noise,
    };

    private static SortedDictionary<string, double> TestMetrics(ModelTask task, Labels labels, Scores scores) => new(
        MetricEstimator.EstimateWithoutBootstrap(labels, scores, task)
            .Where(metric => metric.Undefined is null)
            .ToDictionary(metric => metric.Metric.Name, metric => metric.Estimate.Value),
        StringComparer.Ordinal);

    private static void WriteProvenance(string path, Digest bundle, Provenance source, DateTimeOffset started, double trainingMs)
    {
        var document = new ProvenanceDocument(bundle.ToString(), source, started, (long)trainingMs);
        AtomicFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(document, ProvenanceJsonContext.Default.ProvenanceDocument), (byte)'\n']);
    }
}
