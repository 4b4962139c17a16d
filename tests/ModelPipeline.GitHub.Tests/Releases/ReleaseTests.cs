using System.Text;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Releases;

public sealed class ReleaseTests
{
    private const string Tag = "churn@v1.0.0";

    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_made_filled_and_published()
    {
        await using var adapter = await Adapter.StartAsync();
        var releases = adapter.Host.Releases;
        var tip = adapter.Models.Tip("main");

        var draft = await releases.CreateDraftAsync(new NewReleasePage(Tag, tip, "Churn", "Notes"), None);
        await releases.UpdateDraftAsync(draft.Id, new NewReleasePage(Tag, tip, "Churn 1.0.0", "More"), None);
        (await releases.UploadAsync(draft, "bundle.zip", Content("bytes"), None)).ShouldBeTrue();
        (await releases.UploadAsync(draft, "bundle.zip", Content("other"), None)).ShouldBeFalse();
        var found = (await releases.OfTagAsync(Tag, None)).ShouldHaveSingleItem();
        await releases.PublishAsync(draft.Id, None);

        (found.IsDraft, found.Title, found.Body, found.Target).ShouldBe((true, "Churn 1.0.0", "More", tip));
        var asset = found.Assets.ShouldHaveSingleItem();
        (asset.Name, asset.IsUploaded, asset.Bytes, asset.Digest).ShouldBe(("bundle.zip", true, 5, Digest.Of("bytes")));
        (await releases.OfTagAsync(Tag, None)).Single().IsDraft.ShouldBeFalse();
        (await releases.OfTagAsync("churn@v1.0", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_asset_is_downloaded_from_another_host_which_is_not_told_the_token()
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);
        await adapter.Host.Releases.UploadAsync(draft, "bundle.zip", Content("bytes"), None);
        var asset = (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.Single();

        await using var stream = await adapter.Host.Releases.DownloadAsync(asset.Id, None);

        (await new StreamReader(stream).ReadToEndAsync(None)).ShouldBe("bytes");
        adapter.GitHub.Requests.Where(request => request.Server == "downloads").ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_repeated()
    {
        await using var adapter = await Adapter.StartAsync();
        await adapter.Host.Releases.UploadAsync(await DraftAsync(adapter), "bundle.zip", Content(new string('x', 100_000)), None);
        var asset = (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.Single();
        var broken = 0;
        adapter.GitHub.Faults = request => request.Server == "downloads" && broken++ == 0 ? Fault.Truncate : null;

        await using var stream = await adapter.Host.Releases.DownloadAsync(asset.Id, None);

        stream.Length.ShouldBe(100_000);
        broken.ShouldBe(2);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_may_have_happened_and_leaves_what_is_no_upload()
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);
        adapter.GitHub.Faults = request => request.Server == "uploads" ? Fault.LeaveStarter : null;

        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.Releases.UploadAsync(draft, "bundle.zip", Content("bytes"), None))).MayHaveHappened.ShouldBeTrue();

        var remnant = (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.ShouldHaveSingleItem();
        remnant.IsUploaded.ShouldBeFalse();
        await adapter.Host.Releases.DeleteAssetAsync(remnant.Id, None);
        await adapter.Host.Releases.DeleteAssetAsync(remnant.Id, None);
        (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limited_upload_is_sent_again_from_its_start_even_where_it_cannot_be_rewound()
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);
        var uploads = 0;
        adapter.GitHub.Faults = request => request.Server == "uploads" && uploads++ == 0 ? Fault.SecondaryLimit(30) : null;

        (await adapter.Host.Releases.UploadAsync(draft, "bundle.zip", new OneWay("bytes"), None)).ShouldBeTrue();

        (await adapter.Host.Releases.OfTagAsync(Tag, None)).Single().Assets.Single().Digest.ShouldBe(Digest.Of("bytes"));
    }

    [Theory]
    [InlineData("a b.zip")]
    [InlineData("../a")]
    [InlineData(".hidden")]
    [InlineData("a.")]
    [InlineData("")]
    [InlineData("ü.zip")]
    [InlineData("a&name=b")]
    public async Task A_name_that_would_be_changed_is_refused(string name)
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter);

        await Should.ThrowAsync<InputException>(() => adapter.Host.Releases.UploadAsync(draft, name, Content("x"), None));
    }

    [Fact]
    public async Task Nothing_is_uploaded_to_a_foreign_host()
    {
        await using var adapter = await Adapter.StartAsync();
        var draft = await DraftAsync(adapter) with { UploadAddress = "https://evil.example/upload{?name,label}" };

        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.Releases.UploadAsync(draft, "a.zip", Content("x"), None))).Message.ShouldContain("nothing is sent");
    }

    [Fact]
    public async Task A_draft_is_removed_once_and_a_published_release_never()
    {
        await using var adapter = await Adapter.StartAsync();
        var releases = adapter.Host.Releases;
        var (draft, published) = (await DraftAsync(adapter), await DraftAsync(adapter, "churn@v2.0.0"));
        await releases.PublishAsync(published.Id, None);

        await releases.DeleteDraftAsync(draft.Id, None);
        await releases.DeleteDraftAsync(draft.Id, None);
        await Should.ThrowAsync<RemoteException>(() => releases.DeleteDraftAsync(published.Id, None));

        adapter.Models.Releases.ShouldHaveSingleItem().Tag.ShouldBe("churn@v2.0.0");
    }

    [Fact]
    public async Task A_release_is_found_behind_a_hundred_others()
    {
        await using var adapter = await Adapter.StartAsync();
        var first = await DraftAsync(adapter);
        for (var release = 0; release < 110; release++)
            await DraftAsync(adapter, $"other@v{release}.0.0");

        (await adapter.Host.Releases.OfTagAsync(Tag, None)).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task No_request_has_the_token_outside_of_the_header_for_it()
    {
        await using var adapter = await Adapter.StartAsync();
        var token = adapter.GitHub.ActionsToken();
        var host = adapter.With(token);
        var draft = await host.Releases.CreateDraftAsync(new NewReleasePage(Tag, "main", "t", "b"), None);
        await host.Releases.UploadAsync(draft, "bundle.zip", Content("bytes"), None);

        adapter.GitHub.Requests.ShouldNotBeEmpty();
        adapter.GitHub.Requests.ShouldAllBe(request => !$"{request.Path} {string.Join(' ', request.Query.Values)} {request.Text}".Contains(token));
        adapter.GitHub.Requests.SelectMany(request => request.Headers).Where(header => header.Value.Contains(token)).ShouldAllBe(header => header.Key == "Authorization");
    }

    private static Task<ReleasePage> DraftAsync(Adapter adapter, string tag = Tag) =>
        adapter.Host.Releases.CreateDraftAsync(new NewReleasePage(tag, "main", "Title", "Body"), None);

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class OneWay(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
