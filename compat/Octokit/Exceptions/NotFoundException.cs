namespace Octokit;

/// <summary>What was asked for is not there, or must not be seen.</summary>
/// <param name="response">The answer.</param>
public class NotFoundException(IResponse response) : ApiException(response);
