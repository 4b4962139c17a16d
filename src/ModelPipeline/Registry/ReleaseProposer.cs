namespace ModelPipeline.Registry;

/// <summary>Who triggered the proposal of a release.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Login">Its login at the time.</param>
public sealed record ReleaseProposer(long Id, string Login);
