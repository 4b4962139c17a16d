using System.Text.RegularExpressions;

namespace ModelPipeline.GitHub;

/// <summary>What the environment says of GitHub: read here and nowhere else.</summary>
/// <param name="Api">Where the API is.</param>
/// <param name="Server">Where pages for people are; it ends with a slash.</param>
/// <param name="Repository">Owner and name.</param>
/// <param name="Token">The secret that says who we are.</param>
internal sealed partial record GitHubSettings(Uri Api, Uri Server, string Repository, string Token)
{
    private const string RepositoryVariable = "GITHUB_REPOSITORY";
    private const string TokenVariable = "GITHUB_TOKEN";
    private const string ApiVariable = "GITHUB_API_URL";
    private const string ServerVariable = "GITHUB_SERVER_URL";

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Gives a variable's value.</param>
    /// <returns><see langword="null"/> where there is no repository or no token.</returns>
    /// <exception cref="InputException">Values are malformed; all of them are named, and never the token's.</exception>
    public static GitHubSettings? Read(Func<string, string?> variable)
    {
        if (Value(RepositoryVariable) is not { } repository || Value(TokenVariable) is not { } token)
            return null;
        var api = Address(Value(ApiVariable) ?? "https://api.github.com/");
        var server = Address(Value(ServerVariable) ?? "https://github.com/");
        List<string> faults = [];
        if (!RepositoryName().IsMatch(repository))
            faults.Add($"{RepositoryVariable} is {QuotedText.Of(repository)}: write owner/name, for example acme/models.");
        if (!token.All(character => character is > ' ' and <= '~'))
            faults.Add($"{TokenVariable} has characters that no token has, for example a line end: set it again.");
        if (api is null)
            faults.Add($"{ApiVariable} is no address that a token may be sent to: write https:// and the API's address, for example https://api.github.com or https://github.acme.com/api/v3, without user, query or '#'.");
        if (server is null)
            faults.Add($"{ServerVariable} is no address: write https:// and the server's name, for example https://github.com.");
        return faults.Count == 0 ? new GitHubSettings(api!, server!, repository, token) : throw new InputException(string.Join(Environment.NewLine, faults));

        string? Value(string name) => variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Repository} at {Api}";

    // Without TLS only this very machine is spoken to: anybody between here and another one could read the token.
    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? new Uri(address.AbsoluteUri.TrimEnd('/') + "/")
            : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+/(?!\.{1,2}\z)[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryName();
}
