namespace Shared.GitHub;

/// <summary>How a deleted account is shown where it acted.</summary>
internal enum GitHubDeletion
{
    /// <summary>It is there.</summary>
    None,

    /// <summary>As <see langword="null"/>.</summary>
    Null,

    /// <summary>As the account <c>ghost</c>.</summary>
    Ghost,
}
