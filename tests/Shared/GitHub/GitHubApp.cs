namespace Shared.GitHub;

/// <summary>An app that makes check suites.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Bot">The account that acts for it.</param>
internal sealed record GitHubApp(long Id, string Slug, GitHubAccount Bot);
