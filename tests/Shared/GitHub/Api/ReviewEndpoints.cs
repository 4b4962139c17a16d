using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Reviews of pull requests.</summary>
internal static class ReviewEndpoints
{
    public static void Map(Routes routes)
    {
        const string All = "repos/{owner}/{repo}/pulls/{number}/reviews";
        routes.Add("GET", All, List);
        routes.Add("POST", All, Submit);
        routes.Add("PUT", All + "/{review}/dismissals", Dismiss);
    }

    /// <summary>The reviews in the order of their submission; one that is pending is its author's only.</summary>
    private static ApiAnswer List(ApiCall call)
    {
        var request = PullRequestEndpoints.Find(call.Need("pulls"));
        var seen = request.Reviews.Where(review => review.Submitted is not null || review.Author == call.Token?.Account);
        return call.Page([.. seen], review => DiscussionViews.Review(request, review));
    }

    private static ApiAnswer Submit(ApiCall call)
    {
        var request = PullRequestEndpoints.Find(call.Need("pulls"));
        if (call.Token is not { App: null })
            call.Need("pulls", GitHubAccess.Write);
        var state = call.Text("event") switch
        {
            null => "PENDING",
            "APPROVE" => "APPROVED",
            "REQUEST_CHANGES" => "CHANGES_REQUESTED",
            "COMMENT" => "COMMENTED",
            _ => throw new ApiException(422, "Unprocessable Entity"),
        };
        if (call.Actor == request.Author && state is "APPROVED" or "CHANGES_REQUESTED")
            throw new ApiException(422, "Unprocessable Entity", $"Can not {(state == "APPROVED" ? "approve" : "request changes on")} your own pull request");
        var review = request.Review(call.Actor, state, call.Text("commit_id"), call.Text("body") ?? "");
        return ApiAnswer.Ok(DiscussionViews.Review(request, review));
    }

    private static ApiAnswer Dismiss(ApiCall call)
    {
        var request = PullRequestEndpoints.Find(call.Need("pulls", GitHubAccess.Write));
        var id = call.Long("review");
        var review = request.Reviews.Find(review => review.Id == id) ?? throw ApiException.NotFound();
        if (review.State is not ("APPROVED" or "CHANGES_REQUESTED"))
            throw new ApiException(422, "Can not dismiss a commented or dismissed pull request review");
        request.Dismiss(review, call.Actor);
        return ApiAnswer.Ok(DiscussionViews.Review(request, review));
    }
}
