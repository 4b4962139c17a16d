namespace ModelPipeline.Evidence.Decisions;

/// <summary>An account of the host.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Login">Its login at the time.</param>
public sealed record DecisionAccount(long Id, string Login);
