using System.Text;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>Calls that make the client send every kind of request that it can send.</summary>
internal static class PortCalls
{
    private const string Branch = "release/churn-1.3.0";
    private const string Tag = "churn@v1.3.0";
    private const string Head = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    private const string Base = "c5b97d5ae6c19d5c5df71a34c7fbeeda2479ccbc";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly NewReleasePage Draft = new(Tag, Head, "churn 1.3.0", "What is new.");
    private static readonly PullRequest Request = new()
    {
        Number = 7, IsOpen = true, IsDraft = false, MergeCommit = null, Author = null, Title = "Release churn 1.3.0", Body = "", HeadBranch = Branch, Head = Head,
        HeadRepository = "acme/models", BaseBranch = "main", Base = Base, Commits = 1, ChangedFiles = 2, Page = "https://github.example/acme/models/pull/7",
    };

    public static IReadOnlyList<PortCall> All { get; } = [.. Git(), .. PullRequests(), .. Reports(), .. Releases()];

    private static IEnumerable<PortCall> Git()
    {
        var commit = new BranchCommit
        {
            Branch = Branch,
            Parent = Base,
            Message = "Release churn 1.3.0",
            Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["models/churn/releases/1.3.0/MODEL_CARD.md"] = Encoding.UTF8.GetBytes("# churn"), ["models/churn/releases/1.3.0/bundle.zip"] = new byte[] { 0, 1, 255 } },
        };
        yield return Of(nameof(IGitRemote.DefaultBranchAsync), git => git.DefaultBranchAsync(None));
        yield return Of(nameof(IGitRemote.TipAsync), git => git.TipAsync(Branch, None));
        yield return Of(nameof(IGitRemote.TipAsync), git => git.TipAsync("release/a+b #1 é%", None)) with { IsRefAbsent = true };
        yield return Of(nameof(IGitRemote.FilesAsync), git => git.FilesAsync(Head, "", None));
        yield return Of(nameof(IGitRemote.FilesAsync), git => git.FilesAsync(Head, "models/churn", None));
        yield return Of(nameof(IGitRemote.ReadAsync), git => git.ReadAsync(Head, "file.rb", None)) with { IsMisfit = true };
        yield return Of(nameof(IGitRemote.CommitAsync), git => git.CommitAsync(commit, None));
        yield return Of(nameof(IGitRemote.CommitAsync), git => git.CommitAsync(commit, None)) with { IsRefAbsent = true };
        yield return Of($"{nameof(IGitRemote.TagsAsync)}(prefix)", git => git.TagsAsync("", None));
        yield return Of($"{nameof(IGitRemote.TagsAsync)}(prefix)", git => git.TagsAsync("churn@", None)) with { Edit = AsTags };
        yield return Of($"{nameof(IGitRemote.TagsAsync)}(names)", git => git.TagsAsync(new HashSet<string> { "churn@-a", "churn#staging#1" }, None)) with { Edit = AsTags };
        yield return Of(nameof(IGitRemote.TagNamesAsync), git => git.TagNamesAsync("churn@v", None));
        yield return Of(nameof(IGitRemote.CreateTagAsync), git => git.CreateTagAsync(new NewGitTag(Tag, Head, "churn 1.3.0"), None)) with { IsRefAbsent = true };
        yield return Of(nameof(IGitRemote.CreateTagAsync), git => git.CreateTagAsync(new NewGitTag("churn#staging#1", Head, "staging"), None)) with { IsRefAbsent = true };

        static string AsTags(string body) =>
            body.StartsWith('[') ? body.Replace("refs/heads/feature", "refs/tags/churn@").Replace("\"type\":\"commit\"", "\"type\":\"tag\"") : body;
        static PortCall Of(string member, Func<IGitRemote, Task> make) => new($"{nameof(IGitRemote)}.{member}", (host, _) => make(host.Git));
    }

    private static IEnumerable<PortCall> PullRequests()
    {
        yield return Of(nameof(IPullRequests.ReadAsync), requests => requests.ReadAsync(7, None));
        yield return Of(nameof(IPullRequests.OpenOfBranchAsync), requests => requests.OpenOfBranchAsync(Branch, None));
        yield return Of(nameof(IPullRequests.ReviewsAsync), requests => requests.ReviewsAsync(7, None));
        yield return Of(nameof(IPullRequests.CommitsAsync), requests => requests.CommitsAsync(7, None)) with { IsMisfit = true };
        yield return Of(nameof(IPullRequests.ChangedFilesAsync), requests => requests.ChangedFilesAsync(7, None)) with { IsMisfit = true };
        yield return Of(nameof(IPullRequests.ArrivalAsync), requests => requests.ArrivalAsync(Request, None)) with { IsMisfit = true };
        yield return Of(nameof(IPullRequests.ArrivalAsync), requests => requests.ArrivalAsync(Request with { HeadRepository = null }, None));
        yield return Of(nameof(IPullRequests.ChecksAsync), requests => requests.ChecksAsync(Head, None));
        yield return Of(nameof(IPullRequests.PermissionAsync), requests => requests.PermissionAsync("octocat", None));
        yield return Of(nameof(IPullRequests.TeamMembersAsync), requests => requests.TeamMembersAsync("acme", "model-owners", None));
        yield return Of(nameof(IPullRequests.HistoryAsync), requests => requests.HistoryAsync("models/churn", Head, None));
        yield return Of(nameof(IPullRequests.ParentsAsync), requests => requests.ParentsAsync(Head, None));
        yield return Of(nameof(IPullRequests.OpenAsync), requests => requests.OpenAsync(new NewPullRequest("Release churn 1.3.0", "Please review.", Branch, "main"), None));
        yield return Of(nameof(IPullRequests.UpdateAsync), requests => requests.UpdateAsync(7, "Release churn 1.3.0", "Please review again.", None));
        yield return Merge(body => body);
        yield return Merge(body => body.Replace("\"allow_merge_commit\":true", "\"allow_merge_commit\":false"));
        yield return Merge(body => body.Replace("\"allow_merge_commit\":true", "\"allow_merge_commit\":false").Replace("\"allow_squash_merge\":true", "\"allow_squash_merge\":false"));

        static PortCall Of(string member, Func<IPullRequests, Task> make) => new($"{nameof(IPullRequests)}.{member}", (host, _) => make(host.PullRequests));
        static PortCall Merge(Func<string, string> edit) => Of(nameof(IPullRequests.MergeAsync), requests => requests.MergeAsync(7, Head, "Release churn 1.3.0", None)) with { Edit = edit };
    }

    private static IEnumerable<PortCall> Reports()
    {
        yield return Of(nameof(IPullRequestReports.CommentAsync), reports => reports.CommentAsync(7, "<!-- churn -->", "<!-- churn -->\nAll is well.", None));
        // The example's comment is "Me too" of octocat, whose the example's token is too.
        yield return Of(nameof(IPullRequestReports.CommentAsync), reports => reports.CommentAsync(7, "Me too", "Me too\nAll is well.", None));
        foreach (var conclusion in Enum.GetValues<CheckConclusion>())
            yield return Of(nameof(IPullRequestReports.CheckAsync), reports => reports.CheckAsync(Check(conclusion, 0), None));
        yield return Of(nameof(IPullRequestReports.CheckAsync), reports => reports.CheckAsync(Check(CheckConclusion.Failure, 120), None));
        yield return Of(nameof(IPullRequestReports.IsOwnAsync), reports => reports.IsOwnAsync(new Account(1, "octocat", false), None));
        yield return Of(nameof(IPullRequestReports.DispatchAsync), reports => reports.DispatchAsync("ci.yml", Branch, new Dictionary<string, string>(), None));
        yield return Of(nameof(IPullRequestReports.DispatchAsync), reports => reports.DispatchAsync("ci.yml", Branch, new Dictionary<string, string> { ["pull_request"] = "7" }, None));

        static PortCall Of(string member, Func<IPullRequestReports, Task> make) => new($"{nameof(IPullRequestReports)}.{member}", (host, _) => make(host.Reports));
        static CheckReport Check(CheckConclusion conclusion, int annotations) => new()
        {
            Name = "model-release / churn",
            Commit = Head,
            Conclusion = conclusion,
            Title = "One line",
            Summary = "Some **Markdown**.",
            Annotations = [.. Enumerable.Range(1, annotations).Select(line => new CheckAnnotation("models/churn/model.yaml", line, line % 2 == 0, "auc", "0.79 is less than 0.80."))],
        };
    }

    private static IEnumerable<PortCall> Releases()
    {
        yield return Of(nameof(IReleasePages.OfTagAsync), (releases, _) => releases.OfTagAsync("v1.0.0", None));
        yield return Of(nameof(IReleasePages.CreateDraftAsync), (releases, _) => releases.CreateDraftAsync(Draft, None));
        yield return Of(nameof(IReleasePages.UpdateDraftAsync), (releases, _) => releases.UpdateDraftAsync(1, Draft, None)) with { Edit = AsDraft };
        yield return Of(nameof(IReleasePages.PublishAsync), (releases, _) => releases.PublishAsync(1, None));
        yield return Of(nameof(IReleasePages.DeleteDraftAsync), (releases, _) => releases.DeleteDraftAsync(1, None)) with { Edit = AsDraft };
        yield return Of(nameof(IReleasePages.UploadAsync), (releases, api) => releases.UploadAsync(Page(api), "example.zip", new MemoryStream([0, 1, 255]), None)) with { IsMisfit = true };
        yield return Of(nameof(IReleasePages.UploadAsync), (releases, api) => releases.UploadAsync(Page(api), "SHA256SUMS", new MemoryStream(), None)) with { IsMisfit = true };
        yield return Of(nameof(IReleasePages.DeleteAssetAsync), (releases, _) => releases.DeleteAssetAsync(1, None));
        yield return Of(nameof(IReleasePages.DownloadAsync), async (releases, _) => await (await releases.DownloadAsync(1, None)).DisposeAsync());

        static string AsDraft(string body) => body.Replace("\"draft\":false", "\"draft\":true");
        static PortCall Of(string member, Func<IReleasePages, Uri, Task> make) => new($"{nameof(IReleasePages)}.{member}", (host, api) => make(host.Releases, api));
        static ReleasePage Page(Uri api) => new()
        {
            Id = 1, Tag = Tag, Target = Head, Title = "churn 1.3.0", Body = "", IsDraft = true, Page = "https://github.example/acme/models/releases/1", Assets = [],
            UploadAddress = $"{api}repos/acme/models/releases/1/assets{{?name,label}}",
        };
    }
}
