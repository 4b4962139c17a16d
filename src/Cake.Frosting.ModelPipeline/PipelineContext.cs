using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry.Stages;
using ModelPipeline.Releasing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline;

/// <summary>What the pipeline's tasks run in. A host's own context may derive from it.</summary>
public class PipelineContext : FrostingContext
{
    /// <summary>How far lines of figures are indented, in characters.</summary>
    internal const int DetailIndent = 4;

    private readonly PipelineServices _services;
    private IReadOnlyList<ModelRun>? _runs;
    private WorkspaceLock? _lock;
    private ReleasePlace? _place;

    /// <summary>Makes the context; Cake's container does.</summary>
    /// <param name="context">Cake's context.</param>
    /// <param name="services">The pipeline's parts.</param>
    /// <exception cref="InputException">A target does not exist.</exception>
    public PipelineContext(ICakeContext context, PipelineServices services)
        : base(context)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        services.CheckTargets(context.Arguments.GetArguments("target"));
    }

    /// <summary>The models of this run, their specs validated.</summary>
    /// <exception cref="InputException">An argument or a spec is at fault; all faults at once.</exception>
    public IReadOnlyList<ModelSpec> Models => [.. Runs.Select(run => run.Spec)];

    /// <summary>Ends when the run is to stop.</summary>
    public CancellationToken Cancellation => _services.Session.Cancellation;

    /// <summary>Every engine of the host.</summary>
    internal EngineCatalog Engines => _services.Engines;

    /// <summary>The models' runs, their specs validated.</summary>
    /// <exception cref="InputException">An argument or a spec is at fault; all faults at once.</exception>
    internal IReadOnlyList<ModelRun> Runs => _runs ??= _services.Prepare(this);

    /// <summary>Runs a step for every model, one after the other. Verdicts are recorded and shown; none of them throws.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="InputException">An argument or a spec is at fault.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task RunStepAsync(IStep step)
    {
        var runs = Runs;
        var session = _services.Session;
        await LockAsync().ConfigureAwait(false);
        session.Reporter.NamesSteps = Log.Verbosity < Verbosity.Normal;
        session.Workspace = Path.GetRelativePath(Root, Workspace);
        var runner = new StepRunner(session.Clock, session.Reporter);
        foreach (var run in runs)
            session.Add(await runner.RunAsync(step, run, Cancellation).ConfigureAwait(false));
    }

    /// <summary>Where this run proposes and publishes releases.</summary>
    /// <exception cref="InputException">An argument or the environment is at fault, or there is neither a host nor a git repository.</exception>
    internal async Task<ReleasePlace> ReleasePlaceAsync()
    {
        try
        {
            return _place ??= await ReleasePlaces.FindAsync(this, _services.Builder, _services.Session).ConfigureAwait(false);
        }
        catch (InputException fault)
        {
            throw Refuse(fault);
        }
    }

    /// <summary>Fetches the champions that are too large for version control. What cannot be fetched is told; the steps that need it then say what they lack.</summary>
    internal async Task FetchBaselinesAsync()
    {
        foreach (var run in Runs)
        {
            try
            {
                if (!run.LacksBaseline)
                    continue;
                var place = await ReleasePlaceAsync().ConfigureAwait(false);
                await run.FetchBaselineAsync(place.Artifacts, Cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is InputException or InvalidDataException or IOException or RemoteException)
            {
                _services.Session.Console.Profile.Out.Writer.WriteLine(ConsoleText.Of($"    The bundle of the champion of {run.Spec.Name} cannot be fetched: {fault.Message}"));
            }
        }
    }

    /// <summary>The gate of the pull request that this run is about, whose release narrows the run to its model; <see langword="null"/> where it is about none.</summary>
    /// <exception cref="InputException">There is no host that could have the pull request.</exception>
    internal async Task<IReleaseGate?> ReleaseGateAsync()
    {
        if (Runs.FirstOrDefault()?.Options.PullRequest is not { } number)
            return null;
        var place = await ReleasePlaceAsync().ConfigureAwait(false);
        if (place.Host is not { } host)
            throw Refuse(new InputException($"Pull request #{number} cannot be read: set GITHUB_REPOSITORY and GITHUB_TOKEN, and UseReleaseHost in the build's Program.cs"));
        if (Runs.Count > 1)
            _runs = _services.Session.Runs = await PullRequestModels.NarrowAsync(host, number, Runs, Cancellation).ConfigureAwait(false);
        return new ReleaseGate(place, new SpecReader(Engines.All));
    }

    /// <summary>Changes what is in a model's stages. What becomes of it is recorded and shown.</summary>
    /// <param name="step">What is done.</param>
    /// <param name="change">Does it to the model of a name.</param>
    internal Task ChangeStageAsync(string step, Func<StageKeeper, string, Task<StageChange>> change)
    {
        string name;
        try
        {
            name = RegistryArguments.ModelName(Argument(PipelineArguments.Model)!, Root);
        }
        catch (InputException fault)
        {
            throw Refuse(fault);
        }

        return JudgeAsync(name, step, async progress =>
        {
            progress.Report("reading the registry");
            var place = await ReleasePlaceAsync().ConfigureAwait(false);
            var done = await change(new StageKeeper(place, ModelsFolder), name).ConfigureAwait(false);
            return (new StepReport(name, step, Status.Passed, done.Summary), [.. done.Tags.Select(tag => $"tag {tag}"), .. done.Remarks]);
        });
    }

    /// <summary>Runs work that leaves no evidence, alone in the workspace. Its verdict is recorded and shown.</summary>
    /// <param name="subject">What is judged, as the console calls it.</param>
    /// <param name="step">What is done with it.</param>
    /// <param name="work">Does it; gives the verdict and lines of figures.</param>
    /// <exception cref="CakeException">The verdict is not passed: what depends on the calling task does not run.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    internal async Task JudgeAsync(string subject, string step, Func<IProgress<string>, Task<(StepReport Report, IReadOnlyList<string> Details)>> work)
    {
        var session = _services.Session;
        await LockAsync().ConfigureAwait(false);
        session.Reporter.NamesSteps = Log.Verbosity < Verbosity.Normal;
        session.Reporter.Started(subject, step);
        var (report, details) = await JudgedAsync().ConfigureAwait(false);
        session.Add(report);
        session.Reporter.Finished(report);
        foreach (var line in details)
            session.Console.Profile.Out.Writer.WriteLine(new string(' ', DetailIndent) + ConsoleText.Of(line));
        if (ExitCodes.Of([report]) == ExitCodes.Passed)
            return;
        session.StoppedByVerdict = true;
        throw new CakeException($"Not passed: {step}.");

        async Task<(StepReport Report, IReadOnlyList<string> Details)> JudgedAsync()
        {
            try
            {
                return await work(new ReporterProgress(session.Reporter, subject, step)).ConfigureAwait(false);
            }
            catch (InputException fault)
            {
                return (new StepReport(subject, step, Status.Error, fault.Message, IsInputFault: true), []);
            }
            catch (RemoteException fault)
            {
                return (new StepReport(subject, step, Status.Error, fault.Message), []);
            }
        }
    }

    /// <summary>Notes that the user's input is at fault.</summary>
    /// <returns>The fault, to be thrown.</returns>
    internal InputException Refuse(InputException fault) => _services.Session.Refuse(fault);

    private async Task LockAsync()
    {
        var session = _services.Session;
        try
        {
            _lock ??= await WorkspaceLock.TakeAsync(Workspace, session.Reporter, session.Clock, Cancellation).ConfigureAwait(false);
        }
        catch (InputException fault)
        {
            throw session.Refuse(fault);
        }
    }

    /// <summary>Ends the run where a step did not pass: what depends on the calling task does not run.</summary>
    /// <param name="steps">The steps that the calling task stands for; each must have been run or skipped for every model.</param>
    /// <exception cref="InputException">A step is missing, because the target was run exclusively.</exception>
    /// <exception cref="CakeException">A step did not pass.</exception>
    internal void StopUnlessPassed(IReadOnlyList<string> steps)
    {
        var session = _services.Session;
        var missing = steps.Where(step => Runs.Any(run => !session.Reports.Any(report => report.Step == step && report.Model == run.Spec.Id))).ToList();
        if (missing.Count > 0)
            throw session.Refuse(new InputException($"Nothing can be said of {string.Join(", ", missing)}, which this run left out: run the target without --exclusive"));
        if (ExitCodes.Of(session.Reports) == ExitCodes.Passed)
            return;
        session.StoppedByVerdict = true;
        var notPassed = session.Reports.Where(report => report.Status != Status.NotRun && ExitCodes.Of([report]) != ExitCodes.Passed);
        throw new CakeException($"Not passed: {string.Join(", ", notPassed.Select(report => $"{report.Model} {report.Step}"))}.");
    }

    /// <summary>The folder of the models' folders in version control, with slashes.</summary>
    internal string ModelsFolder =>
        Path.GetRelativePath(RepositoryFolder.Of(Root), Path.Combine(Root, ModelSelector.Folder)).Replace(Path.DirectorySeparatorChar, '/');

    internal string Workspace => Path.GetFullPath(Argument(PipelineArguments.Workspace) ?? ".pipeline", Root);

    internal string Root => Environment.WorkingDirectory.FullPath;

    internal string? Argument(string name) => Arguments.GetArguments(name).LastOrDefault();
}
