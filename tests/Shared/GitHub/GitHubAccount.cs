using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <summary>A person, a bot or an organisation.</summary>
internal sealed class GitHubAccount
{
    /// <summary>Its number, which never changes.</summary>
    public required long Id { get; init; }

    /// <summary>Its present login.</summary>
    public required string Login { get; set; }

    /// <summary><c>User</c>, <c>Bot</c> or <c>Organization</c>.</summary>
    public string Type { get; init; } = "User";

    /// <summary>The address that maps commits to it.</summary>
    public required string Email { get; init; }

    /// <summary>What became of it.</summary>
    public GitHubDeletion Deletion { get; set; }

    /// <summary>Itself as a commit names it.</summary>
    public GitSignature SignatureAt(DateTimeOffset when) => new(Login, Email, when);
}
