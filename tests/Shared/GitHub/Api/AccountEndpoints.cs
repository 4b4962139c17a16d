using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Accounts, permissions, teams, the repository itself, limits.</summary>
internal static class AccountEndpoints
{
    public static void Map(Routes routes)
    {
        routes.Add("GET", "user", Self);
        routes.Add("POST", "graphql", Viewer);
        routes.Add("GET", "rate_limit", Limits);
        routes.Add("GET", "orgs/{org}/teams/{team}/members", Members);
        routes.Add("GET", "repos/{owner}/{repo}", call => ApiAnswer.Ok(RepositoryViews.Whole(call.Repository, call.Repository.AccessOf(call.Token))));
        routes.Add("GET", "repos/{owner}/{repo}/collaborators/{user}/permission", Permission);
    }

    private static ApiAnswer Self(ApiCall call) => call.Actor is var self && call.Token?.App is null
        ? ApiAnswer.Ok(AccountViews.Of(call.GitHub, self)!)
        : throw new ApiException(403, call.Token!.Refusal);

    /// <summary>The one GraphQL query that an app's token needs: it cannot ask for its user.</summary>
    private static ApiAnswer Viewer(ApiCall call) => call.Required("query").Contains("viewer", StringComparison.Ordinal)
        ? ApiAnswer.Ok(new { data = new { viewer = new { login = call.Actor.Login } } })
        : throw new ApiException(400, "A query attribute must be specified and must be a string.");

    private static ApiAnswer Limits(ApiCall call)
    {
        var limits = call.GitHub.Limits;
        var core = new { limit = limits.PerHour, used = limits.Used, remaining = limits.Remaining, reset = limits.Reset.ToUnixTimeSeconds() };
        return ApiAnswer.Ok(new { resources = new { core }, rate = core });
    }

    private static ApiAnswer Members(ApiCall call)
    {
        if (call.Token is { App: not null } token && token.Without.Contains("members"))
            throw new ApiException(403, token.Refusal);
        var team = call.GitHub.FindTeam(call["org"], call["team"]);
        if (team is null || call.Token is null || (team.IsHidden && !team.Members.Contains(call.Actor)))
            throw ApiException.NotFound();
        return call.Page([.. team.Members.Where(member => member.Deletion == GitHubDeletion.None)], member => AccountViews.Of(call.GitHub, member)!);
    }

    private static ApiAnswer Permission(ApiCall call)
    {
        var repository = call.Need("metadata").Repository;
        _ = call.Actor;
        if (call.GitHub.AccountOfLogin(call["user"]) is not { Type: "User" } account)
            throw new ApiException(404, $"{call["user"]} is not a user");
        var access = repository.AccessOf(account);
        var role = access.ToString().ToLowerInvariant();
        return ApiAnswer.Ok(new
        {
            permission = access switch { GitHubAccess.Maintain => "write", GitHubAccess.Triage => "read", _ => role },
            user = AccountViews.Of(call.GitHub, account),
            role_name = role,
        });
    }
}
