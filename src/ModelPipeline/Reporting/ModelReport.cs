using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Reporting;

/// <summary>What a run tells of one model.</summary>
public sealed record ModelReport
{
    /// <summary>What runs call the model: its name, of a challenger <c>model/challenger</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its <c>model.yaml</c>, or its challenger's file, in version control, with slashes; <see langword="null"/> where it is not known.</summary>
    public string? SpecFile { get; init; }

    /// <summary>What became of each step.</summary>
    public IReadOnlyList<StepReport> Steps { get; init; } = [];

    /// <summary>The evidence of those steps that left some.</summary>
    public IReadOnlyList<StepEvidence> Evidence { get; init; } = [];

    /// <summary>What is wrong with its spec; then no step ran.</summary>
    public IReadOnlyList<SpecFault> Faults { get; init; } = [];

    /// <summary>Everything that did not pass, what is required first, then the worst.</summary>
    public IReadOnlyList<FailingCheck> Failing { get; init; } = [];

    /// <summary>Its run; <see langword="null"/> where its spec is at fault or what was judged is no model.</summary>
    public ModelRun? Run { get; init; }

    /// <summary>The exit code of a run of this model alone.</summary>
    public int ExitCode => Faults.Count > 0 ? ExitCodes.BadInput : ExitCodes.Of(Steps);

    /// <summary>Whether a step that a release needs was run, or could not be because the spec is at fault.</summary>
    public bool IsVerification => Faults.Count > 0 || Steps.Any(step => StepNames.Required.Contains(step.Step));

    /// <summary>The report of a model whose spec is at fault.</summary>
    internal static ModelReport OfFaults(string file, IReadOnlyList<SpecFault> faults)
    {
        var path = file.Replace('\\', '/');
        return new ModelReport
        {
            Name = ChallengerFiles.IdOf(file) is { Length: > 0 } name ? name : path,
            SpecFile = IsOutside(path) ? null : path,
            Faults = faults,
            Failing = [.. faults.Select(fault => FailingCheck.Of(fault, IsOutside(path) ? null : path))],
        };
    }

    /// <summary>The report of a model whose steps ran.</summary>
    internal static ModelReport Of(string name, ModelRun? run, IReadOnlyList<StepReport> steps)
    {
        var evidence = run is null ? [] : steps.Select(step => Read(run, step)).OfType<StepEvidence>().ToList();
        var folder = run is null || IsOutside(run.RepositoryFolder) ? null : run.RepositoryFolder;
        return new ModelReport
        {
            Name = name,
            SpecFile = folder is null ? null : $"{folder}/{run!.Spec.File}",
            Steps = steps,
            Evidence = evidence,
            Failing = FailingChecks.Of(steps, evidence, folder, run?.Spec.Places ?? SpecPlaces.None),
            Run = run,
        };
    }

    /// <summary>The evidence that a step left. What cannot be read, or is older than what was reported, says nothing.</summary>
    private static StepEvidence? Read(ModelRun run, StepReport step)
    {
        try
        {
            return run.Workspace.Evidence.Read(step.Step) is { } evidence && evidence.Model == run.Spec.Name && evidence.Status == step.Status ? evidence : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsOutside(string path) => path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path);
}
