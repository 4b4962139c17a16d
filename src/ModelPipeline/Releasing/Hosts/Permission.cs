namespace ModelPipeline.Releasing.Hosts;

/// <summary>What an account may do in the repository.</summary>
/// <param name="AccountId">The number of the account that has the login now.</param>
/// <param name="Role"><c>admin</c>, <c>maintain</c>, <c>write</c>, <c>triage</c>, <c>read</c> or <c>none</c>.</param>
public sealed record Permission(long AccountId, string Role);
