namespace Octokit;

/// <summary>What was asked for is not shown for legal reasons.</summary>
/// <param name="response">The answer.</param>
public class LegalRestrictionException(IResponse response) : ApiException(response)
{
    internal override string Meaning => "Resource taken down due to a DMCA notice.";
}
