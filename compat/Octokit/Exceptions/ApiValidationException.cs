namespace Octokit;

/// <summary>What was sent is not valid.</summary>
/// <param name="response">The answer.</param>
public class ApiValidationException(IResponse response) : ApiException(response)
{
    internal override string Meaning => "Validation Failed";
}
