using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class ReleaseAssetStoreTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4];

    private readonly Wire _wire = new();
    private readonly VirtualClock _clock = new();
    private readonly PublishingHost _host;

    public ReleaseAssetStoreTests() => _host = new PublishingHost(_wire, _clock);

    [Fact]
    public async Task Bytes_are_stored_with_a_draft_of_ours_and_found_by_their_digest()
    {
        var digest = await PutAsync("image.tar", Bytes);

        digest.ShouldBe(Digest.Of(Bytes));
        (await ReadAsync(digest)).ShouldBe(Bytes);
        var draft = _host.Pages.All.ShouldHaveSingleItem();
        draft.IsDraft.ShouldBeTrue();
        draft.Target.ShouldBe("main");
        draft.Tag.ShouldBe("churn@v1.3.0-artifacts");
        DraftMarker.IsIn(draft).ShouldBeFalse();
        draft.Assets.ShouldHaveSingleItem().Name.ShouldBe($"sha256-{digest.Hex}");
    }

    [Fact]
    public async Task Bytes_that_are_stored_already_are_not_sent_again()
    {
        await PutAsync("image.tar", Bytes);
        _wire.Restart();

        await PutAsync("image.tar", Bytes);

        _wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_of_another_proposal_stay()
    {
        var other = await PutAsync("image.tar", [9]);

        await PutAsync("image.tar", Bytes);

        (await ReadAsync(other)).ShouldBe([9]);
        (await ReadAsync(Digest.Of(Bytes))).ShouldBe(Bytes);
    }

    [Fact]
    public async Task The_drafts_of_the_release_are_not_touched()
    {
        var draft = _host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));
        _host.Pages.AddAsset(draft, "image.tar", [9]);
        var before = _host.Pages.All[0];

        await PutAsync("image.tar", Bytes);

        _host.Pages.All[0].ShouldBe(before);
    }

    [Fact]
    public async Task After_the_release_bytes_are_found_among_its_assets_by_their_digest()
    {
        var page = _host.Pages.Add(PublishingHost.Tag, "Notes.", isDraft: false);
        _host.Pages.AddAsset(page, "bundle.zip", Bytes);

        (await ReadAsync(Digest.Of(Bytes))).ShouldBe(Bytes);
    }

    [Fact]
    public async Task An_asset_whose_bytes_are_not_those_of_its_name_is_replaced()
    {
        await PutAsync("image.tar", Bytes);
        var draft = _host.Pages.All[0];
        _host.Pages.All[0] = draft with { Assets = [] };
        _host.Pages.AddAsset(draft, draft.Assets[0].Name, [9]);

        await PutAsync("image.tar", Bytes);

        (await ReadAsync(Digest.Of(Bytes))).ShouldBe(Bytes);
    }

    [Fact]
    public async Task An_upload_that_broke_off_is_waited_for_and_then_replaced()
    {
        var draft = _host.Pages.Add(ArtifactsDraft.TagOf(PublishingHost.Tag), ArtifactsDraft.New(PublishingHost.Tag, "main").Body);
        _host.Pages.AddAsset(draft, ArtifactsDraft.AssetOf(Digest.Of(Bytes)), null);

        await PutAsync("image.tar", Bytes);

        (await ReadAsync(Digest.Of(Bytes))).ShouldBe(Bytes);
    }

    [Fact]
    public async Task Digests_that_the_host_does_not_say_are_found_by_hashing()
    {
        _host.Pages.SaysDigests = false;

        (await ReadAsync(await PutAsync("image.tar", Bytes))).ShouldBe(Bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_published_release_and_a_draft_of_somebody_else_take_nothing(bool isDraft)
    {
        _host.Pages.Add(PublishingHost.Tag, isDraft ? "mine" : DraftMarker.Of(PublishingHost.Tag), isDraft: isDraft);

        var fault = await Should.ThrowAsync<InputException>(() => PutAsync("image.tar", Bytes));

        fault.Message.ShouldContain(isDraft ? "that the pipeline did not make" : "is published");
        _wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_are_not_stored_are_said_to_be_absent() =>
        (await Should.ThrowAsync<FileNotFoundException>(() => ReadAsync(Digest.Of(Bytes)))).Message.ShouldContain("propose the release again");

    [Fact]
    public async Task An_asset_that_is_not_what_the_host_says_is_refused()
    {
        var draft = _host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));
        var asset = _host.Pages.AddAsset(draft, "image.tar", Bytes);
        _host.Pages.All[0] = _host.Pages.All[0] with { Assets = [asset with { Digest = Digest.Of("other") }] };

        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(Digest.Of("other")));
    }

    [Fact]
    public async Task Several_proposals_at_once_store_their_bytes_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PutAsync("image.tar", Bytes))));

        _host.Pages.All.SelectMany(page => page.Assets).ShouldHaveSingleItem().IsUploaded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_loses_and_refuses_is_asked_again_and_in_the_end_named()
    {
        var random = new SeededRandom(1);
        _wire.Restart((_, _) => random.NextBelow(4) == 0 ? CallFault.LoseAnswer : CallFault.None);
        await PutAsync("image.tar", Bytes);
        _host.Pages.All.ShouldHaveSingleItem().Assets.ShouldHaveSingleItem();

        _wire.Restart((_, _) => CallFault.Refuse);
        (await Should.ThrowAsync<IOException>(() => PutAsync("image.tar", [7]))).Message.ShouldBe("image.tar cannot be stored with the draft of churn@v1.3.0: pages was refused");
        _wire.Calls.ShouldBe(6);
    }

    private Task<Digest> PutAsync(string name, byte[] bytes) =>
        new ReleaseAssetStore(_host, PublishingHost.Tag, _clock).PutAsync(name, new MemoryStream(bytes), TestContext.Current.CancellationToken);

    private async Task<byte[]> ReadAsync(Digest digest)
    {
        using var content = await new ReleaseAssetStore(_host, PublishingHost.Tag, _clock).OpenAsync(digest, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
