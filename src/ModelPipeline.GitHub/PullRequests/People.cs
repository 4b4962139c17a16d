using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>Who may do what, and who is in a team.</summary>
/// <param name="repository">The repository.</param>
internal sealed class People(HostedRepository repository)
{
    private static readonly IReadOnlyList<string> Permissions = ["admin", "write", "read", "none"];

    /// <inheritdoc cref="IPullRequests.PermissionAsync"/>
    public async Task<Permission> PermissionAsync(string login, CancellationToken cancellation)
    {
        var document = await repository.GetAsync(repository.At($"collaborators/{UrlPath.Segment(login)}/permission"), GitHubJson.Default.PermissionDocument, cancellation);
        // An organisation can invent roles and name them as it likes: what one is worth stands in the permission alone.
        return Permissions.Contains(document.Permission)
            ? new Permission(document.User.Id, document.Permission)
            : throw new RemoteException($"GitHub gives {QuotedText.Of(login)} the unknown permission {QuotedText.Of(document.Permission)}.");
    }

    /// <inheritdoc cref="IPullRequests.TeamMembersAsync"/>
    public async Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation)
    {
        // CODEOWNERS may spell a team in any case; GitHub's addresses have it in lower case.
        var slug = UrlPath.Segment(team.ToLowerInvariant());
        var members = new List<Account>();
        await foreach (var page in repository.PagesAsync($"orgs/{UrlPath.Segment(organisation)}/teams/{slug}/members", [403, 404], cancellation))
        {
            if (page.Status is 403 or 404)
                return null;
            members.AddRange(page.Read(GitHubJson.Default.UserList).Select(Accounts.Of).OfType<Account>());
        }

        return members;
    }
}
