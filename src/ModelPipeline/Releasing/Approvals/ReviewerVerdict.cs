namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether a reviewer counts.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Login">Its login.</param>
/// <param name="Opinion"><c>approved</c>, <c>changes-requested</c> or <c>none</c>.</param>
/// <param name="Counts">Whether the opinion counts: an approval towards the number that is needed, a request for changes as a block.</param>
/// <param name="Why">Why it counts or does not.</param>
public sealed record ReviewerVerdict(long Id, string Login, string Opinion, bool Counts, string Why);
