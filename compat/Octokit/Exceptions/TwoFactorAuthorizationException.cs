namespace Octokit;

/// <summary>A second factor is wanted.</summary>
public abstract class TwoFactorAuthorizationException : AuthorizationException
{
    /// <summary>Describes a refusal.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="twoFactorType">Where the second factor comes from.</param>
    protected TwoFactorAuthorizationException(IResponse response, TwoFactorType twoFactorType)
        : base(response) =>
        TwoFactorType = twoFactorType;

    /// <summary>Where the second factor comes from.</summary>
    public TwoFactorType TwoFactorType { get; private set; }
}
