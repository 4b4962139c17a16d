namespace Octokit;

/// <summary>The sender must not do this.</summary>
/// <param name="response">The answer.</param>
public class ForbiddenException(IResponse response) : ApiException(response)
{
    internal override string Meaning => "Request Forbidden";
}
