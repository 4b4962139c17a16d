namespace Octokit;

/// <summary>Too many requests in a short time.</summary>
/// <param name="response">The answer.</param>
public class SecondaryRateLimitExceededException(IResponse response) : ForbiddenException(response)
{
    internal override string Meaning => "Secondary API Rate Limit exceeded";
}
