namespace Shared.GitHub;

/// <summary>A team of an organisation.</summary>
/// <param name="Organisation">The organisation's login.</param>
/// <param name="Slug">The team's name in addresses.</param>
/// <param name="Members">Its members.</param>
/// <param name="IsHidden">Whether nobody outside of it can read it.</param>
internal sealed record GitHubTeam(string Organisation, string Slug, IReadOnlyList<GitHubAccount> Members, bool IsHidden);
