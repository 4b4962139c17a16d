using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>The verdict that follows from what a step found.</summary>
internal sealed class StepConclusion
{
    private readonly StepOutcome _outcome;

    public StepConclusion(StepOutcome outcome)
    {
        _outcome = outcome.Checks.Any(check => check.Required)
            ? outcome
            : outcome with { Checks = [.. outcome.Checks, Completed(Status.Error, "nothing was judged: the step has no required check")] };
        Status = StepEvidence.Worst(_outcome.Checks);
        Summary = Status is Status.Passed or Status.NoBaseline ? outcome.Summary : WhyNot(_outcome.Checks, Status);
    }

    public Status Status { get; }

    public string Summary { get; }

    /// <summary>What a step found that could not judge.</summary>
    public static StepOutcome Unjudged(Status status, string reason) => new() { Summary = reason, Checks = [Completed(status, reason)] };

    public StepEvidence Evidence(IStep step, ModelRun run, StepWatch watch, Digest? fingerprint) => new()
    {
        Step = step.Name,
        Model = run.Spec.Name,
        Status = Status,
        Summary = Summary,
        Candidate = _outcome.Candidate,
        Baseline = run.Baseline,
        Inputs = run.Inputs,
        Checks = _outcome.Checks,
        Measures = Sorted(_outcome.Measures),
        Slices = _outcome.Slices,
        Facts = Sorted(_outcome.Facts),
        Decision = _outcome.Decision,
        Fingerprint = fingerprint,
        Started = watch.Started,
        DurationMs = watch.ElapsedMs,
    };

    private static Check Completed(Status status, string reason) => new() { Name = "completed", Status = status, Reason = reason };

    private static string WhyNot(IReadOnlyList<Check> checks, Status status) =>
        string.Join("; ", checks.Where(check => check.Required && check.Status == status).Select(check => check.Reason));

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> values) =>
        new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
