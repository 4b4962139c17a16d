using ModelPipeline.Evidence;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>A gate's check.</summary>
/// <param name="Check">The check.</param>
/// <param name="IsUndecided">Whether it is an error only because the test rows are too few to decide.</param>
internal sealed record GateVerdict(Check Check, bool IsUndecided = false)
{
    /// <summary>
    /// The checks of a step. Where one failed, those that are undecided are not-run: nothing that they could say would make the step pass. See
    /// docs/decisions/0010-undecided-comparisons.md.
    /// </summary>
    /// <param name="verdicts">All verdicts of the step.</param>
    public static IReadOnlyList<Check> Settle(IReadOnlyList<GateVerdict> verdicts) =>
        verdicts.FirstOrDefault(verdict => verdict.Check.Status == Status.Failed) is { } failed
            ? [.. verdicts.Select(verdict => verdict.IsUndecided ? LeftOpen(verdict.Check, failed.Check) : verdict.Check)]
            : [.. verdicts.Select(verdict => verdict.Check)];

    /// <summary>Whether a step's only errors are comparisons that the rows cannot decide: nothing is broken.</summary>
    /// <param name="verdicts">All verdicts of the step.</param>
    public static bool AreUndecided(IReadOnlyList<GateVerdict> verdicts) =>
        verdicts.Any(verdict => verdict.IsUndecided) && verdicts.All(verdict => verdict.IsUndecided || verdict.Check.Status != Status.Error);

    private static Check LeftOpen(Check undecided, Check failed) => undecided with
    {
        Status = Status.NotRun,
        Reason = $"{undecided.Reason}; left open, because {failed.Name} failed",
    };
}
