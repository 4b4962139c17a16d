namespace Shared.GitHub;

/// <summary>An entry of a pull request's timeline that is neither a commit, a review nor a comment.</summary>
internal sealed record GitHubEvent(long Id, string Name, GitHubAccount Actor, string? Commit, DateTimeOffset Created);
