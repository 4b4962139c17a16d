namespace ModelPipeline.Releasing.Hosts;

/// <summary>An account of the host.</summary>
/// <param name="Id">Its number, which never changes.</param>
/// <param name="Login">Its present name, which does.</param>
/// <param name="IsBot">Whether it is an app's.</param>
public sealed record Account(long Id, string Login, bool IsBot);
