using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Trainings;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Processes;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking;

/// <summary>Compares the candidate's speed and size with the champion's, both measured in the same job.</summary>
public sealed class BenchmarkTestStep : IStep
{
    private readonly TimeProvider _clock;
    private readonly WorkerCommand _worker;
    private readonly BenchmarkPlan _plan;

    /// <summary>Makes the step.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="worker">How the host is started as a worker.</param>
    public BenchmarkTestStep(TimeProvider clock, WorkerCommand worker)
        : this(clock, worker, new BenchmarkPlan())
    {
    }

    internal BenchmarkTestStep(TimeProvider clock, WorkerCommand worker, BenchmarkPlan plan) =>
        (_clock, _worker, _plan) = (clock, worker, plan);

    /// <inheritdoc/>
    public string Name => StepNames.BenchmarkTest;

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
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        if (run.OpenBaseline() is not { } champion)
            return new StepOutcome { Summary = BenchmarkChecks.NoChampion.Reason, Candidate = candidate.Digest, Checks = [BenchmarkChecks.NoChampion] };

        progress.Report("reading the data");
        var data = run.ReadData(cancellation);
        var findings = new BenchmarkFindings { Candidate = candidate.Digest };
        await ScoreAsync(run, candidate, champion, data, findings, progress, cancellation).ConfigureAwait(false);
        Train(run, candidate, champion, data, findings, progress, cancellation);
        findings.Add(Comparison.Exact(Quantity.Size, (BundleSize.Of(candidate.Folder), BundleSize.Of(champion.Folder)), run.Spec.Benchmark.Limits.Size));
        return findings.Outcome(_worker);
    }

    private async Task ScoreAsync(
        ModelRun run, ModelBundle candidate, ModelBundle champion, RunData data, BenchmarkFindings findings, IProgress<string> progress, CancellationToken cancellation)
    {
        var folder = Path.Combine(run.Workspace.Folder, "benchmark");
        Directory.CreateDirectory(folder);
        try
        {
            int[] test = [.. data.Split.Test.Take(_plan.Rows)];
            var table = data.Rows.Dataset.Table.Select(test);
            var setting = new DuetSetting(
                _worker, _plan, _clock, Job(candidate, table, Path.Combine(folder, "candidate.rows")), Job(champion, table, Path.Combine(folder, "champion.rows")), run.Spec.Train.Seed);
            findings.Add(await new Duet(setting).RunAsync(progress, cancellation).ConfigureAwait(false), test.Length, run.Spec.Benchmark.Limits);
        }
        catch (WorkerException fault)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Add(BenchmarkChecks.Unmeasured("worker", fault.Message));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WorkerJob Job(ModelBundle bundle, Table rows, string file)
    {
        var inputs = SignatureRows.Of(bundle.Manifest.Signature, rows);
        RowsFile.Write(file, inputs.Inputs ?? throw new WorkerException($"the bundle {bundle.Digest.Short} cannot score these data: {string.Join("; ", inputs.Faults)}"));
        return new WorkerJob(bundle.Manifest.Engine, Path.GetFullPath(bundle.Folder), Path.GetFullPath(file));
    }

    private void Train(
        ModelRun run, ModelBundle candidate, ModelBundle champion, RunData data, BenchmarkFindings findings, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("training by both recipes");
        var recipe = new TrainingRecipe(run.Engine, candidate, data);
        var championRecipe = new TrainingRecipe(run.Engines[champion.Manifest.Engine], champion, data);
        try
        {
            var times = new TrainingTimer(_plan, _clock).Measure(recipe, championRecipe, cancellation);
            var milliseconds = (Sample.Median(times.Candidate) / 1e6, Sample.Median(times.Champion) / 1e6);
            findings.Add(Comparison.Measured(Quantity.Train, milliseconds, times.Ratios, run.Spec.Benchmark.Limits.Train));
        }
        catch (TrainingException fault)
        {
            findings.Add(BenchmarkChecks.Unmeasured(Quantity.Train.Name, $"the two recipes cannot be compared on these rows: {fault.Message}"));
        }
    }
}
