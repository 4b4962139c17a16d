using System.Globalization;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Storage;

namespace ModelPipeline.Training;

/// <summary>Trains the candidate bundle, measures its noise floor, and records where it comes from.</summary>
/// <param name="clock">The clock.</param>
/// <param name="provenance">Knows where and by whom the candidate is trained.</param>
public sealed class TrainStep(TimeProvider clock, IProvenanceSource provenance) : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.Train;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.ValidateData];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        AtomicFolder.Recover(run.Workspace.Bundle);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate);
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
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
            run.Workspace.Bundle, model, Manifest(run, data, request, noise), folder => GoldenRows.Write(folder, golden, goldenScores));
        WriteProvenance(run.Workspace.Provenance, bundle.Digest, source, started, trainingMs);
        return new StepOutcome
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{run.Spec.Train.Trainer} on {request.Features.Rows:N0} rows, bundle {bundle.Digest.Short}"),
            Candidate = bundle.Digest,
            Checks = [JudgeScores(scores), JudgeCopy(run, bundle, golden, goldenScores, cancellation)],
            Measures = Measures(request, bundle, noise),
            Facts = Facts(run, source),
        };
    }

    private static TrainingRequest Request(ModelSpec spec, RunData data) => new(
        data.Signature,
        data.TrainFeatures,
        data.TrainLabels,
        spec.Train.Trainer,
        spec.Train.Parameters,
        spec.Train.Seed);

    private static BundleManifest Manifest(ModelRun run, RunData data, TrainingRequest request, NoiseFloor noise) => new()
    {
        Name = run.Spec.Name,
        Engine = run.Engine.Name,
        Trainer = request.Trainer,
        Versions = VersionsOf(run),
        Signature = request.Signature,
        Parameters = request.Parameters,
        Seed = request.Seed,
        Data = new BundleData
        {
            Digest = data.Rows.Dataset.Digest,
            Rows = data.Rows.Rows,
            Newest = data.Newest,
            TrainRows = data.Split.Train.Length,
            TestRows = data.Split.Test.Length,
            TrainSplit = data.Split.TrainDigest,
            TestSplit = data.Split.TestDigest,
            Columns = ColumnStatistics.Of(request.Features),
        },
        NoiseFloor = noise,
    };

    private static SortedDictionary<string, string> VersionsOf(ModelRun run) =>
        new(run.Engine.Versions.Append(new("modelpipeline", run.Tool.Version)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static Check JudgeScores(Scores scores)
    {
        var undefined = Enumerable.Range(0, scores.Rows).Count(row => !AreFinite(scores.Row(row)));
        return new Check
        {
            Name = "finite_scores",
            Status = undefined == 0 ? Status.Passed : Status.Failed,
            Observed = undefined,
            Limit = 0,
            Reason = undefined == 0
                ? $"the score of each of the {scores.Rows} test rows is a finite number"
                : $"the scores of {undefined} of {scores.Rows} test rows are not finite numbers",
        };
    }

    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!double.IsFinite(value))
                return false;
        return true;
    }

    /// <summary>Whether the files on disk say the same as the model in memory, bit for bit.</summary>
    private static Check JudgeCopy(ModelRun run, ModelBundle bundle, Table golden, Scores expected, CancellationToken cancellation)
    {
        using var scorer = run.Engine.Load(bundle.Folder, bundle.Manifest.Signature);
        var actual = scorer.Score(golden, cancellation);
        var different = Enumerable.Range(0, golden.Rows).Count(row => !actual.Row(row).SequenceEqual(expected.Row(row)));
        return new Check
        {
            Name = "golden_rows",
            Status = different == 0 ? Status.Passed : Status.Failed,
            Observed = different,
            Limit = 0,
            Reason = different == 0
                ? $"the bundle on disk scores all {golden.Rows} golden rows as the trained model does"
                : $"the bundle on disk scores {different} of {golden.Rows} golden rows differently than the trained model",
        };
    }

    private static Dictionary<string, Measure> Measures(TrainingRequest request, ModelBundle bundle, NoiseFloor noise) => new()
    {
        ["features"] = request.Features.Columns.Count,
        ["train_rows"] = request.Features.Rows,
        ["bundle_bytes"] = new DirectoryInfo(bundle.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length),
        ["noise_floor.changed_rows"] = noise.ChangedRows,
        ["noise_floor.label_flips"] = noise.LabelFlips,
        ["noise_floor.mean_shift"] = noise.MeanShift,
        ["noise_floor.negative_flips"] = noise.NegativeFlips,
        ["noise_floor.refits"] = noise.Refits,
    };

    private static Dictionary<string, string> Facts(ModelRun run, Provenance source)
    {
        var facts = new Dictionary<string, string>
        {
            ["engine"] = run.Engine.Name,
            ["trainer"] = run.Spec.Train.Trainer,
            ["seed"] = $"{run.Spec.Train.Seed}",
            ["provenance.commit"] = source.Commit ?? "unknown",
            ["provenance.dirty_tree"] = source.DirtyTree switch { true => "yes", false => "no", null => "unknown" },
            ["provenance.operating_system"] = source.OperatingSystem,
            ["provenance.runtime"] = source.Runtime,
            ["provenance.who"] = source.Who ?? "unknown",
        };
        foreach (var (name, version) in VersionsOf(run))
            facts[$"version.{name}"] = version;
        foreach (var (name, value) in run.Spec.Train.Parameters.Values)
            facts[$"parameter.{name}"] = FormattableString.Invariant($"{value}");
        return facts;
    }

    private static void WriteProvenance(string path, Digest bundle, Provenance source, DateTimeOffset started, double trainingMs)
    {
        var document = new ProvenanceDocument(bundle.ToString(), source, started, (long)trainingMs);
        AtomicFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(document, ProvenanceJsonContext.Default.ProvenanceDocument), (byte)'\n']);
    }
}
