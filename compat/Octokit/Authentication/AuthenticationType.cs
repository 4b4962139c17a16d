namespace Octokit;

/// <summary>How requests say who sends them.</summary>
public enum AuthenticationType
{
    /// <summary>Not at all.</summary>
    Anonymous,

    /// <summary>By login and password.</summary>
    Basic,

    /// <summary>By a token.</summary>
    Oauth,

    /// <summary>By an app's signed token.</summary>
    Bearer,
}
