namespace Octokit;

/// <summary>The hour's requests are used up.</summary>
/// <param name="response">The answer.</param>
public class RateLimitExceededException(IResponse response) : ForbiddenException(response)
{
    internal override string Meaning => "API Rate Limit exceeded";
}
