namespace Shared.GitHub;

/// <summary>A commit status: <c>error</c>, <c>failure</c>, <c>pending</c> or <c>success</c>.</summary>
internal sealed record GitHubStatus(
    long Id, string Commit, string Context, string State, string? Description, string? TargetUrl, GitHubAccount Creator, DateTimeOffset Created);
