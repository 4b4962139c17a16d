using System.Text;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Releases;

/// <summary>Changes that are right only after what was just read.</summary>
public sealed class StaleChangeTests
{
    private const string Tag = "churn@v1.0.0";

    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["delete asset", "delete draft", "update draft", "publish"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_that_a_limit_refused_is_not_sent_late(string change)
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);
        await adapter.Host.Releases.UploadAsync(draft, "bundle.zip", new MemoryStream(Encoding.UTF8.GetBytes("bytes")), None);
        var asset = (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.Single();
        var refused = 0;
        adapter.GitHub.Faults = request => request.Method is "DELETE" or "PATCH" && refused++ == 0 ? Fault.SecondaryLimit(30) : null;

        var fault = await Should.ThrowAsync<RemoteException>(() => ChangeAsync(adapter.Host.Releases, change, draft, asset));

        (fault.Status is 403 or 429, fault.MayHaveHappened, refused).ShouldBe((true, false, 1));
        var left = (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single();
        (left.IsDraft, left.Title, left.Assets.Count).ShouldBe((true, "Title", 1));
        await ChangeAsync(adapter.Host.Releases, change, draft, asset);
    }

    [Fact]
    public async Task Notes_of_a_release_that_was_published_meanwhile_are_not_written_over()
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);
        await adapter.Host.Releases.PublishAsync(draft.Id, None);

        var fault = await Should.ThrowAsync<RemoteException>(() => adapter.Host.Releases.UpdateDraftAsync(draft.Id, new NewReleasePage(Tag, "main", "Other", "Other"), None));

        fault.Message.ShouldContain("is published by now: it is not changed");
        (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Body.ShouldBe("Body");
    }

    [Fact]
    public async Task A_release_that_is_published_late_does_not_become_the_latest_by_that()
    {
        await using var adapter = await Adapter.StartAsync();

        await adapter.Host.Releases.PublishAsync((await DraftAsync(adapter)).Id, None);

        adapter.GitHub.Requests.Last(request => request.Method == "PATCH").Text.ShouldContain("\"make_latest\":\"legacy\"");
    }

    private static Task ChangeAsync(IReleasePages releases, string change, ReleasePage draft, ReleaseAsset asset) => change switch
    {
        "delete asset" => releases.DeleteAssetAsync(asset.Id, None),
        "delete draft" => releases.DeleteDraftAsync(draft.Id, None),
        "update draft" => releases.UpdateDraftAsync(draft.Id, new NewReleasePage(Tag, "main", "Other", "Other"), None),
        _ => releases.PublishAsync(draft.Id, None),
    };

    private static Task<ReleasePage> DraftAsync(Adapter adapter) => adapter.Host.Releases.CreateDraftAsync(new NewReleasePage(Tag, "main", "Title", "Body"), None);
}
