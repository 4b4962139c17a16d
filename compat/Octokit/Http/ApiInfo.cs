namespace Octokit;

/// <summary>What headers say of the API.</summary>
/// <param name="links">The other pages of a list, by relation.</param>
/// <param name="oauthScopes">What the token may do.</param>
/// <param name="acceptedOauthScopes">What a token would have to be allowed.</param>
/// <param name="etag">The version of what was read.</param>
/// <param name="rateLimit">How many requests are left.</param>
/// <param name="serverTimeDifference">How far the server's clock is ahead.</param>
public class ApiInfo(
    IDictionary<string, Uri> links, IList<string> oauthScopes, IList<string> acceptedOauthScopes, string etag, RateLimit rateLimit, TimeSpan serverTimeDifference = default)
{
    /// <summary>What the token may do.</summary>
    public IReadOnlyList<string> OauthScopes { get; private set; } = [.. oauthScopes];

    /// <summary>What a token would have to be allowed.</summary>
    public IReadOnlyList<string> AcceptedOauthScopes { get; private set; } = [.. acceptedOauthScopes];

    /// <summary>The version of what was read.</summary>
    public string Etag { get; private set; } = etag;

    /// <summary>The other pages of a list, by relation.</summary>
    public IReadOnlyDictionary<string, Uri> Links { get; private set; } = links.AsReadOnly();

    /// <summary>How many requests are left.</summary>
    public RateLimit RateLimit { get; private set; } = rateLimit;

    /// <summary>How far the server's clock is ahead.</summary>
    public TimeSpan ServerTimeDifference { get; } = serverTimeDifference;
}
