namespace Octokit;

/// <summary>Who sends requests.</summary>
public class Credentials
{
    /// <summary>Nobody in particular.</summary>
    public static readonly Credentials Anonymous = new();

    /// <summary>The owner of a token.</summary>
    /// <param name="token">The token.</param>
    public Credentials(string token)
        : this(token, AuthenticationType.Oauth)
    {
    }

    /// <summary>The owner of a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="authenticationType">Of which kind it is.</param>
    public Credentials(string token, AuthenticationType authenticationType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        Password = token;
        AuthenticationType = authenticationType;
    }

    private Credentials()
    {
    }

    /// <summary>The account's name; <see langword="null"/> with a token.</summary>
    public string Login { get; private set; }

    /// <summary>The password or the token.</summary>
    public string Password { get; private set; }

    /// <summary>How requests say who sends them.</summary>
    public AuthenticationType AuthenticationType { get; private set; }
}
