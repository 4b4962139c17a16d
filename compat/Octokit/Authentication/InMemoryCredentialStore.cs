namespace Octokit.Internal;

/// <summary>Knows one sender of all requests.</summary>
/// <param name="credentials">Who it is.</param>
public class InMemoryCredentialStore(Credentials credentials) : ICredentialStore
{
    private readonly Credentials _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));

    /// <inheritdoc/>
    public Task<Credentials> GetCredentials() => Task.FromResult(_credentials);
}
