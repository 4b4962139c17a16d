using System.Globalization;
using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Reporting;
using Cake.Frosting.ModelPipeline.Tasks;
using Microsoft.Extensions.DependencyInjection;
using ModelPipeline;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline;

/// <summary>The parts of a host's pipeline. A context that derives from <see cref="PipelineContext"/> takes them in its constructor and passes them on.</summary>
public sealed class PipelineServices
{
    private static readonly string[] Proposing = [ImportReleaseTask.Name, ProposeReleaseTask.Name];
    private static readonly string[] Deciding = [GateReleaseTask.Name, ReleaseTask.Name];
    private readonly IServiceCollection _registrations;

    internal PipelineServices(PipelineBuilder builder, EngineCatalog engines, PipelineSession session, IServiceCollection registrations)
    {
        Builder = builder;
        Engines = engines;
        _registrations = registrations;
        Session = session;
    }

    internal PipelineBuilder Builder { get; }

    internal EngineCatalog Engines { get; }

    internal PipelineSession Session { get; }

    /// <summary>Refuses targets that no task has, and the gate beside another target, before Cake does with an exit code that says less.</summary>
    /// <exception cref="InputException">There is one; all unknown ones at once.</exception>
    internal void CheckTargets(IEnumerable<string> targets)
    {
        var tasks = TaskNames.In(_registrations);
        var wanted = targets.ToList();
        var unknown = wanted.Where(target => !tasks.Contains(target, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
            throw Session.Refuse(new InputException(string.Join('\n', unknown.Select(target => NearestName.Unknown("target", target, tasks)))));
        if (wanted.Count > 1 && wanted.Find(target => Deciding.Contains(target, StringComparer.OrdinalIgnoreCase)) is { } deciding)
            throw Session.Refuse(new InputException($"{deciding} decides on evidence that is there before the run: run the other targets first, then {deciding} alone"));
    }

    /// <summary>Reads and validates everything that the run needs to know before its first step.</summary>
    internal IReadOnlyList<ModelRun> Prepare(PipelineContext context)
    {
        try
        {
            var tool = HostIdentity.Tool();
            var options = Options(context);
            var specs = ReadSpecs(context);
            if (specs.FirstOrDefault(spec => IsWithin(options.Workspace, spec.Folder) || options.Workspace == Path.GetDirectoryName(spec.Folder)) is { } mixed)
                throw new InputException($"--workspace '{options.Workspace}' would mix what runs write with the files of the model {mixed.Name}: choose another");
            if (specs.Count > 1 && ArgumentOfOneModel(context) is { } argument)
                throw new InputException($"--{argument} is for one model, {specs.Count} are selected: add --model=NAME");
            if (Proposing.Concat(Deciding).FirstOrDefault(task => Targets(context, task)) is { } releasing && specs.GroupBy(spec => spec.Path).FirstOrDefault(model => model.Count() > 1) is { } rivals)
                throw new InputException($"{releasing} is about one release of a model: {string.Join(" and ", rivals.Select(spec => spec.Id))} are selected, name one of them with --model");
            if (Deciding.FirstOrDefault(task => Targets(context, task)) is { } deciding && ArgumentOfComparison(context) is { } comparison)
                throw new InputException($"{deciding} decides on the evidence of a comparison with the champion: run it without --{comparison}");
            if (Targets(context, ImportReleaseTask.Name) && specs.Select(ImportReleaseStep.Objection).OfType<string>().ToList() is { Count: > 0 } objections)
                throw new InputException(string.Join('\n', objections));
            (Session.Folder, Session.PullRequest) = (options.Workspace, options.PullRequest);
            return Session.Runs = [.. specs.Select(spec => MakeRun(context, spec, options, tool))];
        }
        catch (InputException fault)
        {
            throw Session.Refuse(fault);
        }
    }

    private ModelRun MakeRun(PipelineContext context, ModelSpec spec, RunOptions options, ToolIdentity tool) => new(
        spec,
        Engines,
        options,
        tool,
        ReleaseCatalog.Champion(spec.Folder),
        BaselineBundle.Select(context.Argument(PipelineArguments.Baseline), spec.Folder, context.Root));

    /// <summary>An argument that was given and can be meant for one model only. Every model has its champion, and any may be compared with nothing.</summary>
    private static string? ArgumentOfOneModel(PipelineContext context) =>
        new[] { PipelineArguments.Data, PipelineArguments.Candidate, PipelineArguments.Baseline, PipelineArguments.Url }
            .FirstOrDefault(name => context.Argument(name) is { } value && (name != PipelineArguments.Baseline || value != BaselineBundle.None));

    private static string? ArgumentOfComparison(PipelineContext context) =>
        new[] { PipelineArguments.Baseline, PipelineArguments.Candidate }.FirstOrDefault(name => context.Argument(name) is not null);

    private static bool Targets(PipelineContext context, string task) =>
        context.Arguments.GetArguments("target").Contains(task, StringComparer.OrdinalIgnoreCase);

    private static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static RunOptions Options(PipelineContext context)
    {
        string[] candidates = [.. context.Arguments.GetArguments(PipelineArguments.Candidate).Select(candidate => Path.GetFullPath(candidate, context.Root))];
        var ranks = context.Arguments.GetArguments("target").All(target => target.Equals(RankCandidatesTask.Name, StringComparison.OrdinalIgnoreCase));
        if (candidates.Length > 1 && !ranks)
            throw new InputException($"several candidates can only be ranked: run the target {RankCandidatesTask.Name} alone, or give one --candidate");
        return new()
        {
            Workspace = context.Workspace,
            Data = context.Argument(PipelineArguments.Data) is { } data ? Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(data, context.Root)) : null,
            Candidate = ranks ? null : candidates.SingleOrDefault(),
            Candidates = ranks ? candidates : [],
            ReleaseVersion = RegistryArguments.Version(context),
            Repository = RepositoryFolder.Of(context.Root),
            PullRequest = PullRequest(context),
            CleanRuns = context.Argument(PipelineArguments.CleanRuns) is { } runs ? CleanRunsOf(runs) : RunOptions.DefaultCleanRuns,
            Force = context.Arguments.HasArgument(PipelineArguments.Force) && (!bool.TryParse(context.Argument(PipelineArguments.Force), out var force) || force),
        };
    }

    /// <summary>The pull request that was named, else that of the event, where the run decides on one.</summary>
    private static int? PullRequest(PipelineContext context) =>
        RegistryArguments.Number(context.Argument(PipelineArguments.PullRequest))
        ?? (Targets(context, GateReleaseTask.Name) || Targets(context, ReleaseTask.Name) ? EventPayload.Read(RunnerEnvironment.Read()).PullRequest : null);

    private static int CleanRunsOf(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs is >= 1 and <= 10_000
        ? runs
        : throw new InputException($"--{PipelineArguments.CleanRuns} {QuotedText.Of(written)} is no number from 1 to 10000");

    private List<ModelSpec> ReadSpecs(PipelineContext context)
    {
        var reader = new SpecReader(Engines.All);
        var selection = new ModelSelector(context.Root).Select([.. context.Arguments.GetArguments(PipelineArguments.Model)]);
        if (selection.Faults.Count > 0)
            throw new InputException(string.Join('\n', selection.Faults));
        if (context.Arguments.HasArgument(PipelineArguments.Model))
            Session.Selected = selection.Ids;
        foreach (var remark in selection.Remarks)
            Session.Console.Profile.Out.Writer.WriteLine(ConsoleText.Of(remark));
        var readings = selection.Paths.Select(path => reader.Read(Path.GetRelativePath(context.Root, path))).ToList();
        var faults = readings.SelectMany(reading => reading.Faults).Distinct().ToList(); // a challenger and its model share a file
        Session.SpecFaults = faults;
        if (faults.Count > 0)
            throw new InputException($"{faults.Count} fault{(faults.Count == 1 ? "" : "s")} in the models' specs:\n{string.Join('\n', faults)}");
        return [.. readings.Select(reading => reading.Spec!)];
    }
}
