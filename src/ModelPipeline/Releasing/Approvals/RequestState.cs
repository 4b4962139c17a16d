using ModelPipeline.Evidence;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>
/// Whether the pull request is in a state to be released (R12). A merged one is judged by the head that was merged, in the same words: its release that is
/// run again has nothing new to tell.
/// </summary>
internal static class RequestState
{
    public const string CheckName = "pull_request";

    public static Check Judge(ApprovalFacts facts)
    {
        var request = facts.Request;
        string?[] faults =
        [
            request is { IsOpen: false, MergeCommit: null } ? "it was closed without being merged" : null,
            request.IsDraft ? "it is a draft" : null,
            request.BaseBranch != facts.ReleaseBranch ? $"it goes to the branch {QuotedText.Of(request.BaseBranch)}, releases go to {QuotedText.Of(facts.ReleaseBranch)}" : null,
            request.HeadRepository is null ? "the repository that it comes from is deleted" : null,
        ];
        var (status, reason) = (string.Join("; ", faults.OfType<string>()), request.Author) switch
        {
            (_, null) => (Status.Error, $"who opened pull request {request.Number} is not known any more: open another one"),
            ({ Length: > 0 } said, _) => (Status.Failed, $"pull request {request.Number}: {said}"),
            _ => (Status.Passed, $"pull request {request.Number} goes to the branch {QuotedText.Of(request.BaseBranch)}"),
        };
        return new Check { Name = CheckName, Status = status, Reason = reason };
    }
}
