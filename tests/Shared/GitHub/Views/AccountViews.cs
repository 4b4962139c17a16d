namespace Shared.GitHub.Views;

/// <summary>Accounts, apps and repositories as the API shows them.</summary>
internal static class AccountViews
{
    public static object? Of(GitHubDouble github, GitHubAccount? account) => account switch
    {
        null or { Deletion: GitHubDeletion.Null } => null,
        { Deletion: GitHubDeletion.Ghost } => Of(github, github.Ghost),
        _ => new
        {
            login = account.Login,
            id = account.Id,
            node_id = Times.Node("U", account.Id),
            avatar_url = $"{github.PageAddress}avatars/{account.Id}",
            gravatar_id = "",
            url = github.Url($"users/{Uri.EscapeDataString(account.Login)}"),
            html_url = $"{github.PageAddress}{Uri.EscapeDataString(account.Login)}",
            type = account.Type,
            user_view_type = "public",
            site_admin = false,
        },
    };

    public static object? Of(GitHubDouble github, GitHubApp? app) => app is null ? null : new
    {
        id = app.Id,
        slug = app.Slug,
        node_id = Times.Node("A", app.Id),
        owner = Of(github, github.Ghost),
        name = app.Slug,
        description = "",
        external_url = github.PageAddress.AbsoluteUri,
        html_url = $"{github.PageAddress}apps/{app.Slug}",
        created_at = DateTimeOffset.UnixEpoch.Iso(),
        updated_at = DateTimeOffset.UnixEpoch.Iso(),
        permissions = new { },
        events = Array.Empty<string>(),
    };

    /// <summary>How close somebody is to a repository, which tells nothing of permissions: a private member is a contributor.</summary>
    public static string Association(GitHubRepository repository, GitHubAccount account) =>
        account.Id == repository.Owner.Id ? "OWNER" : repository.Access.ContainsKey(account.Id) ? "COLLABORATOR" : "CONTRIBUTOR";
}
