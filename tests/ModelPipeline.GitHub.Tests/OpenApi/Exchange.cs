using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>A request, its answer's status, and what of both breaks GitHub's description.</summary>
/// <param name="Operation">The operation; <see langword="null"/> where the description has none of the client's for it.</param>
/// <param name="Request">The request.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="RequestFaults">What breaks the description in the request.</param>
/// <param name="AnswerFaults">What breaks it in the answer.</param>
internal sealed record Exchange(Operation? Operation, Seen Request, int Status, IReadOnlyList<string> RequestFaults, IReadOnlyList<string> AnswerFaults)
{
    public override string ToString() => $"{Request.Method} {Request.Target} {Request.Text}: {Status} {string.Join("; ", RequestFaults.Concat(AnswerFaults))}";
}
