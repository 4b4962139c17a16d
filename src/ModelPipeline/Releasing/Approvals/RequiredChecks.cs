using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether every required check succeeded on the head (R11): as a check run and as a commit status, wherever it is, and of every app that reports it.</summary>
internal static class RequiredChecks
{
    public static Check Judge(IReadOnlyList<CheckResult> results, ReleaseSpec policy)
    {
        var judged = policy.Checks.SelectMany(name => Judge(name, results, policy.AllowNeutral.Contains(name))).ToArray();
        var faults = judged.Where(check => check.Status != Status.Passed).Select(check => check.Reason).ToArray();
        return new Check
        {
            Name = "checks",
            Status = judged.Select(check => check.Status).DefaultIfEmpty(Status.Passed).Max(),
            Reason = faults.Length > 0 ? string.Join("; ", faults)
                : policy.Checks.Count == 0 ? "release.checks requires none"
                : $"{string.Join(", ", policy.Checks.Select(name => QuotedText.Escape(name)))} succeeded",
        };
    }

    private static IEnumerable<(Status Status, string Reason)> Judge(string name, IReadOnlyList<CheckResult> results, bool allowsNeutral)
    {
        var newest = results
            .Where(result => result.Name == name)
            .GroupBy(result => (result.IsStatus, result.Source))
            .Select(group => group.OrderBy(result => result.Started).ThenBy(result => result.Id).Last())
            .ToArray();
        return newest.Length == 0
            ? [(Status.Pending, $"the check {QuotedText.Of(name)} has not started")]
            : newest.Select(result => (StatusOf(result.State, allowsNeutral), $"the check {QuotedText.Of(name)} of {QuotedText.Of(result.Source)} is {QuotedText.Of(result.State)}"));
    }

    private static Status StatusOf(string state, bool allowsNeutral) => state.ToUpperInvariant() switch
    {
        "SUCCESS" => Status.Passed,
        "NEUTRAL" or "SKIPPED" => allowsNeutral ? Status.Passed : Status.Failed,
        "QUEUED" or "IN_PROGRESS" or "WAITING" or "REQUESTED" or "PENDING" or "EXPECTED" => Status.Pending,
        "FAILURE" or "ERROR" or "CANCELLED" or "TIMED_OUT" or "ACTION_REQUIRED" or "STALE" or "STARTUP_FAILURE" => Status.Failed,
        _ => Status.Error,
    };
}
