using System.Globalization;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Reporting;

/// <summary>What a run tells people and machines when it ends.</summary>
public sealed record RunReport
{
    /// <summary>The models of the run, in its order.</summary>
    public required IReadOnlyList<ModelReport> Models { get; init; }

    /// <summary>What the process exits with.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Where the run wrote, as people may type it.</summary>
    public required string Workspace { get; init; }

    /// <summary>The exit code as a word: <c>passed</c>, <c>error</c>, <c>bad-input</c>, <c>failed</c>, <c>pending</c> or <c>interrupted</c>.</summary>
    public string Verdict => VerdictNames.Of(ExitCode);

    /// <summary>How many models passed, in words.</summary>
    public string Headline => string.Create(
        CultureInfo.InvariantCulture, $"{Models.Count(model => model.ExitCode == ExitCodes.Passed)} of {Models.Count} {(Models.Count == 1 ? "model" : "models")} passed");

    /// <summary>Gathers what a run left.</summary>
    /// <param name="runs">The models' runs; none where a spec is at fault.</param>
    /// <param name="steps">What became of each step.</param>
    /// <param name="faults">What is wrong with the models' specs.</param>
    /// <param name="exitCode">What the process exits with.</param>
    /// <param name="workspace">Where the run wrote, as people may type it.</param>
    public static RunReport Of(IReadOnlyList<ModelRun> runs, IReadOnlyList<StepReport> steps, IReadOnlyList<SpecFault> faults, int exitCode, string workspace)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(faults);
        return new RunReport
        {
            Models =
            [
                .. faults.GroupBy(fault => fault.File).Select(file => ModelReport.OfFaults(file.Key, [.. file])),
                .. steps.GroupBy(step => step.Model).Select(model => ModelReport.Of(model.Key, runs.FirstOrDefault(run => run.Spec.Id == model.Key), [.. model])),
            ],
            ExitCode = exitCode,
            Workspace = workspace,
        };
    }
}
