namespace Octokit;

/// <summary>Where the second factor comes from.</summary>
public enum TwoFactorType
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>An app.</summary>
    AuthenticatorApp,
}
