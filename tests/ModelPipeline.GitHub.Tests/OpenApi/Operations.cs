using System.Text.Json.Serialization.Metadata;
using ModelPipeline.GitHub.Documents;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>Every operation of GitHub's description that the client uses, and what the client reads of its answer: nothing where <see langword="null"/>.</summary>
internal static class Operations
{
    private const string Repo = "/repos/{owner}/{repo}";

    public static IReadOnlyDictionary<Operation, JsonTypeInfo?> All { get; } = new Dictionary<Operation, JsonTypeInfo?>
    {
        [new("GET", "/user")] = GitHubJson.Default.UserDocument,
        [new("GET", "/orgs/{org}/teams/{team_slug}/members")] = GitHubJson.Default.UserList,
        [new("GET", Repo)] = GitHubJson.Default.RepositoryDocument,
        [new("GET", Repo + "/activity")] = GitHubJson.Default.ActivityList,
        [new("GET", Repo + "/collaborators/{username}/permission")] = GitHubJson.Default.PermissionDocument,
        [new("GET", Repo + "/commits")] = GitHubJson.Default.CommitList,
        [new("GET", Repo + "/commits/{ref}/check-runs")] = GitHubJson.Default.CheckRunList,
        [new("GET", Repo + "/commits/{ref}/check-suites")] = GitHubJson.Default.CheckSuiteList,
        [new("GET", Repo + "/commits/{ref}/statuses")] = GitHubJson.Default.StatusList,
        [new("GET", Repo + "/git/blobs/{file_sha}")] = GitHubJson.Default.BlobDocument,
        [new("POST", Repo + "/git/blobs")] = GitHubJson.Default.HashDocument,
        [new("GET", Repo + "/git/commits/{commit_sha}")] = GitHubJson.Default.GitCommitDocument,
        [new("POST", Repo + "/git/commits")] = GitHubJson.Default.HashDocument,
        [new("GET", Repo + "/git/matching-refs/{ref}")] = GitHubJson.Default.RefList,
        [new("GET", Repo + "/git/ref/{ref}")] = GitHubJson.Default.RefDocument,
        [new("POST", Repo + "/git/refs")] = null,
        [new("PATCH", Repo + "/git/refs/{ref}")] = null,
        [new("GET", Repo + "/git/tags/{tag_sha}")] = GitHubJson.Default.TagDocument,
        [new("POST", Repo + "/git/tags")] = GitHubJson.Default.HashDocument,
        [new("GET", Repo + "/git/trees/{tree_sha}")] = GitHubJson.Default.TreeDocument,
        [new("POST", Repo + "/git/trees")] = GitHubJson.Default.HashDocument,
        [new("POST", Repo + "/actions/workflows/{workflow_id}/dispatches")] = null,
        [new("POST", Repo + "/check-runs")] = GitHubJson.Default.CheckRunDocument,
        [new("PATCH", Repo + "/check-runs/{check_run_id}")] = GitHubJson.Default.CheckRunDocument,
        [new("GET", Repo + "/issues/{issue_number}/comments")] = GitHubJson.Default.CommentList,
        [new("POST", Repo + "/issues/{issue_number}/comments")] = GitHubJson.Default.CommentDocument,
        [new("PATCH", Repo + "/issues/comments/{comment_id}")] = GitHubJson.Default.CommentDocument,
        [new("GET", Repo + "/issues/{issue_number}/timeline")] = GitHubJson.Default.EventKindList,
        [new("GET", Repo + "/pulls")] = GitHubJson.Default.PullRequestNumberList,
        [new("POST", Repo + "/pulls")] = GitHubJson.Default.PullRequestDocument,
        [new("GET", Repo + "/pulls/{pull_number}")] = GitHubJson.Default.PullRequestDocument,
        [new("PATCH", Repo + "/pulls/{pull_number}")] = null,
        [new("PUT", Repo + "/pulls/{pull_number}/merge")] = GitHubJson.Default.MergeDocument,
        [new("GET", Repo + "/pulls/{pull_number}/commits")] = GitHubJson.Default.CommitList,
        [new("GET", Repo + "/pulls/{pull_number}/files")] = GitHubJson.Default.ChangedFileList,
        [new("GET", Repo + "/pulls/{pull_number}/reviews")] = GitHubJson.Default.ReviewList,
        [new("GET", Repo + "/releases")] = GitHubJson.Default.ReleaseList,
        [new("POST", Repo + "/releases")] = GitHubJson.Default.ReleaseDocument,
        [new("GET", Repo + "/releases/{release_id}")] = GitHubJson.Default.ReleaseDocument,
        [new("PATCH", Repo + "/releases/{release_id}")] = null,
        [new("DELETE", Repo + "/releases/{release_id}")] = null,
        [new("GET", Repo + "/releases/{release_id}/assets")] = GitHubJson.Default.AssetList,
        [new("POST", Repo + "/releases/{release_id}/assets")] = GitHubJson.Default.AssetDocument,
        [new("GET", Repo + "/releases/assets/{asset_id}")] = null,
        [new("DELETE", Repo + "/releases/assets/{asset_id}")] = null,
    };

    /// <summary>The operation of a request and its path as the mock takes it; <see langword="null"/> where the list has none.</summary>
    public static (Operation Operation, string Path)? Of(string method, string path) =>
        All.Keys.Where(operation => operation.PathOf(method, path) is not null).Select(operation => ((Operation, string)?)(operation, operation.PathOf(method, path)!)).FirstOrDefault();
}
