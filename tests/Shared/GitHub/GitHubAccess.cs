namespace Shared.GitHub;

/// <summary>What an account or a token may do in a repository, least first.</summary>
internal enum GitHubAccess
{
    None,
    Read,
    Triage,
    Write,
    Maintain,
    Admin,
}
