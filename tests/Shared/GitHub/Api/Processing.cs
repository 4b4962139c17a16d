namespace Shared.GitHub.Api;

/// <summary>What GitHub does with a request: who asks, whether too often, which endpoint. One at a time.</summary>
internal static class Processing
{
    private static readonly Routes Api = ApiRoutes();
    private static readonly Routes Uploads = UploadRoutes();

    public static ApiAnswer Answer(GitHubDouble github, FakeRequest request, string target)
    {
        lock (github.Lock)
        {
            try
            {
                return request.Server == "downloads" ? AssetEndpoints.Download(github, request) : AnswerApi(github, request, target);
            }
            catch (ApiException exception)
            {
                return exception.Answer;
            }
            catch (Exception exception)
            {
                return ApiAnswer.Error(500, $"The double does not understand {request}: {exception}");
            }
        }
    }

    /// <summary>What an upload leaves behind that broke off.</summary>
    public static void LeaveStarter(GitHubDouble github, FakeRequest request, string target)
    {
        if (request.Server != "uploads")
            return;
        lock (github.Lock)
        {
            try
            {
                AssetEndpoints.Begin(CallOf(github, request, TokenOf(github, request), Uploads, target).Call);
            }
            catch (ApiException)
            {
                // It would have been refused: nothing is left behind.
            }
        }
    }

    private static ApiAnswer AnswerApi(GitHubDouble github, FakeRequest request, string target)
    {
        if (request.Headers.GetValueOrDefault("User-Agent") is not { Length: > 0 })
            return ApiAnswer.Error(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        if (github.Limits.IsUsedUp(github.Now) && request.Path != "rate_limit")
            return ApiAnswer.Error(403, "API rate limit exceeded for this account.");
        if (request.IsCreating && github.Limits.IsTooFast(github.Now))
            return ApiAnswer.Error(403, RateLimits.SecondaryMessage) with { Headers = new() { ["Retry-After"] = $"{github.Limits.RetryAfter}" } };
        var (call, answer) = CallOf(github, request, TokenOf(github, request), request.Server == "uploads" ? Uploads : Api, target);
        return answer(call);
    }

    private static (ApiCall Call, Func<ApiCall, ApiAnswer> Answer) CallOf(
        GitHubDouble github, FakeRequest request, GitHubToken? token, Routes routes, string target) =>
        routes.Find(request.Method, target) is { } found ? (new(github, request, token, found.Route), found.Answer) : throw ApiException.NotFound();

    private static GitHubToken? TokenOf(GitHubDouble github, FakeRequest request)
    {
        if (request.Headers.GetValueOrDefault("Authorization") is not { Length: > 0 } header)
            return null;
        var value = header.Split(' ', 2) is [var scheme, var given] && scheme.ToUpperInvariant() is "BEARER" or "TOKEN" ? given.Trim() : "";
        return github.FindToken(value) is { Account.Deletion: GitHubDeletion.None } token ? token : throw new ApiException(401, "Bad credentials");
    }

    private static Routes ApiRoutes()
    {
        var routes = new Routes();
        AccountEndpoints.Map(routes);
        PullRequestEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        TimelineEndpoints.Map(routes);
        CheckEndpoints.Map(routes);
        StatusEndpoints.Map(routes);
        CommitEndpoints.Map(routes);
        ContentEndpoints.Map(routes);
        GitObjectEndpoints.Map(routes);
        RefEndpoints.Map(routes);
        ReleaseEndpoints.Map(routes);
        AssetEndpoints.Map(routes);
        WorkflowEndpoints.Map(routes);
        return routes;
    }

    private static Routes UploadRoutes()
    {
        var routes = new Routes();
        AssetEndpoints.MapUploads(routes);
        return routes;
    }
}
