namespace ModelPipeline.Evidence.Decisions;

/// <summary>Whether a reviewer counted.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Login">Its login at the time.</param>
/// <param name="Opinion"><c>approved</c>, <c>changes-requested</c> or <c>none</c>.</param>
/// <param name="Counts">Whether the opinion counted.</param>
/// <param name="Why">Why.</param>
public sealed record DecisionReviewer(long Id, string Login, string Opinion, bool Counts, string Why);
