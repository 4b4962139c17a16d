namespace Octokit;

/// <summary>The requests look like abuse.</summary>
/// <param name="response">The answer.</param>
public class AbuseException(IResponse response) : ForbiddenException(response)
{
    internal override string Meaning => "Request Forbidden - Abuse Detection";
}
