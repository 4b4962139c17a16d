using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Reporting;

/// <summary>Finds what did not pass.</summary>
internal static class FailingChecks
{
    private static readonly Dictionary<string, string> Sections = new()
    {
        [StepNames.ValidateData] = "data",
        [StepNames.Train] = "train",
        [StepNames.Evaluate] = "evaluate",
        [StepNames.DifferentialTest] = "differential",
        [StepNames.BenchmarkTest] = "benchmark",
        [StepNames.Package] = "package",
        [StepNames.LoadTest] = "load",
        [StepNames.ModelCard] = "card",
    };

    /// <summary>Every check that neither passed nor lacked a champion, what is required first, then the worst. A step without evidence is one itself.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="evidence">What they left.</param>
    /// <param name="folder">The model's folder in version control; <see langword="null"/> where it is not known.</param>
    /// <param name="places">Where the spec says what.</param>
    public static IReadOnlyList<FailingCheck> Of(IReadOnlyList<StepReport> steps, IReadOnlyList<StepEvidence> evidence, string? folder, SpecPlaces places)
    {
        var checks =
            from step in steps
            from check in evidence.FirstOrDefault(found => found.Step == step.Step)?.Checks ?? [Completed(step)]
            where check.Status is not (Status.Passed or Status.NoBaseline)
            orderby check.Required descending, check.Status descending
            let line = places.LineOf(Sections.GetValueOrDefault(step.Step, "release"), check.Name.Split('.'))
            select new FailingCheck(step.Step, check, folder is null ? null : $"{folder}/{line.File}", line.Line);
        return [.. checks];
    }

    /// <summary>What a step reported that left no evidence.</summary>
    public static Check Completed(StepReport step) => new() { Name = "completed", Status = step.Status, Reason = step.Reason };
}
