using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Mutation;

/// <summary>Runs the pipeline's steps on changed data, each time in a folder of its own.</summary>
/// <param name="run">The model's own run.</param>
/// <param name="folder">Where the folders go.</param>
/// <param name="clock">The clock.</param>
/// <param name="provenance">Knows where the candidates are trained.</param>
internal sealed class TrialRunner(ModelRun run, string folder, TimeProvider clock, IProvenanceSource provenance)
{
    private readonly StepRunner _runner = new(clock, new SilentReporter());

    /// <summary>Trains a champion.</summary>
    /// <returns>Its bundle, and the folder that it stays in.</returns>
    /// <exception cref="InputException">No champion could be trained.</exception>
    public async Task<ModelBundle> TrainChampionAsync(ModelSpec spec, RunData data, CancellationToken cancellation)
    {
        var trained = RunOf("champion", spec, data, baseline: null);
        await _runner.RunAsync(new ValidateDataStep(), trained, cancellation).ConfigureAwait(false);
        var report = await _runner.RunAsync(new TrainStep(clock, provenance), trained, cancellation).ConfigureAwait(false);
        return report.Status == Status.Passed
            ? trained.OpenCandidate()
            : throw new InputException($"No champion could be trained on a part of the data: {report.Reason}");
    }

    /// <summary>Makes data, and trains and judges a candidate on them; what it leaves on disk is removed.</summary>
    /// <exception cref="IOException">A step could not leave evidence: what it found is not known.</exception>
    public async Task<Trial> JudgeAsync(string name, Func<FaultyData> make, ModelBundle champion, CancellationToken cancellation)
    {
        FaultyData data;
        try
        {
            data = make();
        }
        catch (DataException fault)
        {
            return Trial.OfUnreadable(fault.Message);
        }

        var baseline = new BaselineBundle(new Baseline(BaselineBundle.Unreleased, champion.Digest), champion.Folder);
        var judged = RunOf(name, data.Spec, data.Judged, baseline);
        var trained = RunOf(name, data.Spec, data.Trained, baseline);
        try
        {
            await _runner.RunAsync(new ValidateDataStep(), judged, cancellation).ConfigureAwait(false);
            await _runner.RunAsync(new TrainStep(clock, provenance), trained, cancellation).ConfigureAwait(false);
            await _runner.RunAsync(new EvaluateStep(), judged, cancellation).ConfigureAwait(false);
            await _runner.RunAsync(new DifferentialTestStep(), judged, cancellation).ConfigureAwait(false);
            string[] steps = [StepNames.ValidateData, StepNames.Train, StepNames.Evaluate, StepNames.DifferentialTest];
            return Trial.Of([.. steps.Select(step => judged.Workspace.Evidence.Read(step) ?? throw new IOException($"{step} left no evidence of the trial {name}."))]);
        }
        finally
        {
            if (Directory.Exists(judged.Workspace.Folder))
                Directory.Delete(judged.Workspace.Folder, recursive: true);
        }
    }

    private ModelRun RunOf(string name, ModelSpec spec, RunData data, BaselineBundle? baseline)
    {
        var options = run.Options with { Workspace = Path.Combine(folder, name), Candidate = null, Force = true };
        var changed = new ModelRun(spec, run.Engines, options, run.Tool, champion: null, baseline);
        changed.Use(data);
        return changed;
    }
}
