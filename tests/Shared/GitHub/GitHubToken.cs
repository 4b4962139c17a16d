namespace Shared.GitHub;

/// <summary>A token.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Account">Who acts with it.</param>
/// <param name="App">The app that it is of; <see langword="null"/> for a person's.</param>
/// <param name="Access">What an app's token may do; <see langword="null"/> for a person's, who has what the repository grants.</param>
internal sealed record GitHubToken(string Value, GitHubAccount Account, GitHubApp? App, GitHubAccess? Access)
{
    /// <summary>Areas that it may not even read: <c>checks</c>, <c>contents</c>, <c>issues</c>, <c>members</c>, <c>pulls</c>, <c>statuses</c>, <c>actions</c>.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];

    /// <summary>What a 403 says of it.</summary>
    public string Refusal => App is null ? "Resource not accessible by personal access token" : "Resource not accessible by integration";
}
