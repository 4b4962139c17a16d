using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>What a reviewer thinks in the end.</summary>
/// <param name="Reviewer">The reviewer, as in the latest of the reviews.</param>
/// <param name="Approval">The review that approves, if that is the opinion.</param>
/// <param name="Objection">The review that requests changes, if that is the opinion.</param>
internal sealed record Opinion(Account Reviewer, Review? Approval, Review? Objection);
