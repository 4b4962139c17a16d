namespace Octokit;

/// <summary>A second factor is wanted and was not given.</summary>
/// <param name="response">The answer.</param>
/// <param name="twoFactorType">Where it comes from.</param>
public class TwoFactorRequiredException(IResponse response, TwoFactorType twoFactorType) : TwoFactorAuthorizationException(response, twoFactorType)
{
    internal override string Meaning => "Two-factor authentication code is required";
}
