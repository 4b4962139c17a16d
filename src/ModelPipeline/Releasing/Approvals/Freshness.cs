using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>When the judged head arrived, and whether a review came after it (R7).</summary>
internal static class Freshness
{
    /// <summary>Judges whether the server knows when the head came and who pushed it.</summary>
    public static Check Judge(ApprovalFacts facts)
    {
        var (status, reason) = (Seen(facts.Arrival), facts.Arrival.Pushers) switch
        {
            (null, _) => (Status.Error, "the host does not say when the head arrived: no approval can be told from one of an earlier head"),
            (_, var pushers) when facts.Request.HeadRepository is null && (pushers.Count == 0 || pushers.Contains(null)) => (Status.Failed, "who pushed to the branch is not known any more: the repository that it comes from is deleted"),
            (_, [] or [null, ..]) => (Status.Error, "the host does not say who pushed the head: they might be who approves"),
            (_, var pushers) when pushers.Contains(null) => (Status.Error, "the host does not say who pushed to the branch before: they might be who approves"),
            ({ } seen, [{ } pusher, ..]) => (Status.Passed, string.Create(
                CultureInfo.InvariantCulture, $"the head {facts.Request.Head} arrived at {seen.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, pushed by {QuotedText.Escape(pusher.Login)}")),
        };
        return new Check { Name = "head", Status = status, Reason = reason };
    }

    /// <summary>Why a review is not of the judged head; <see langword="null"/> where it is.</summary>
    /// <param name="facts">What was read of the pull request.</param>
    /// <param name="review">The review.</param>
    public static string? Fault(ApprovalFacts facts, Review review) => (Arrived(facts), review.Submitted) switch
    {
        _ when review.Commit != facts.Request.Head => "reviewed an earlier commit",
        (null, _) => "reviewed a head that arrived nobody knows when",
        ({ } arrived, { } submitted) when submitted > arrived => facts.Arrival.LastRetarget >= submitted ? "reviewed before the pull request went to its base branch" : null,
        _ => "reviewed before the head arrived",
    };

    /// <summary>The latest time of the server; a commit's own date may only make it later, since anybody can write it.</summary>
    private static DateTimeOffset? Arrived(ApprovalFacts facts) => Seen(facts.Arrival) is { } seen
        ? facts.Commits.Where(commit => commit.Hash == facts.Request.Head).Select(commit => commit.Committed).Append(seen).Max()
        : null;

    /// <summary>The first check suite only tells where the push itself is not known: the gate's own check run may make it, after the approvals.</summary>
    private static DateTimeOffset? Seen(HeadArrival arrival) =>
        new[] { arrival.LastForcePush, arrival.Pushed ?? arrival.FirstSeen }.Max();
}
