namespace Octokit;

/// <summary>Nobody knows the sender.</summary>
/// <param name="response">The answer.</param>
public class AuthorizationException(IResponse response) : ApiException(response);
