namespace Octokit.Internal;

/// <summary>The header that says who sends a request.</summary>
internal static class AuthorizationHeader
{
    /// <summary>The header's value; <see langword="null"/> for nobody.</summary>
    public static string Of(Credentials credentials) => credentials.AuthenticationType switch
    {
        AuthenticationType.Oauth => $"Token {credentials.Password}",
        AuthenticationType.Bearer => $"Bearer {credentials.Password}",
        AuthenticationType.Anonymous => null,
        _ => throw new NotSupportedException("This stand-in knows tokens only."),
    };
}
