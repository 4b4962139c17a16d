namespace Octokit;

/// <summary>Knows who sends requests.</summary>
public interface ICredentialStore
{
    /// <summary>Who sends the next request.</summary>
    Task<Credentials> GetCredentials();
}
