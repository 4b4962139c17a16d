namespace Shared.GitHub;

/// <summary>What an app has to say of a pushed commit.</summary>
internal sealed record GitHubCheckSuite(long Id, GitHubApp App, string Commit, string? Branch, string? Before, DateTimeOffset Created);
