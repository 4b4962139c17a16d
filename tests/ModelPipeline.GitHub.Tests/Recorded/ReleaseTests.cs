using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Tests.Recorded;

public sealed class ReleaseTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_read_with_its_asset()
    {
        var recorded = Scenario.Read("release-assets");
        await using var peer = await Peer.StartAsync(recorded.Say(0, isListed: true), recorded.Say(2));
        using var host = Hosts.Of(peer.Address);

        var page = (await host.Releases.OfTagAsync("v1.0.0", None)).ShouldHaveSingleItem();

        page.ShouldBe(new ReleasePage
        {
            Id = 1000,
            Tag = "v1.0.0",
            Target = "0000000000000000000000000000000000000001",
            Title = "Version 1.0.0",
            Body = "Initial release",
            IsDraft = false,
            UploadAddress = $"{peer.Address}repos/octokit-fixture-org/release-assets/releases/1000/assets{{?name,label}}",
            Page = "https://github.com/octokit-fixture-org/release-assets/releases/tag/v1.0.0",
            Assets = page.Assets,
        });
        page.Assets.ShouldBe([new ReleaseAsset(1000, "test-upload.txt", true, 14, null, new DateTimeOffset(2017, 10, 10, 16, 0, 0, TimeSpan.Zero))]);
    }

    [Fact]
    public async Task An_asset_that_is_there_already_is_removed_and_uploaded_again()
    {
        var recorded = Scenario.Read("release-assets-conflict");
        await using var peer = await Peer.StartAsync(recorded.Say(0, isListed: true), recorded.Say(2), recorded.Say(1), recorded.Say(3), recorded.Say(4));
        using var host = Hosts.Of(peer.Address);
        var page = (await host.Releases.OfTagAsync("v1.0.0", None)).ShouldHaveSingleItem();

        (await host.Releases.UploadAsync(page, "test-upload.txt", new MemoryStream([1]), None)).ShouldBeFalse();
        await host.Releases.DeleteAssetAsync(page.Assets.ShouldHaveSingleItem().Id, None);
        (await host.Releases.UploadAsync(page, "test-upload.txt", new MemoryStream([1]), None)).ShouldBeTrue();

        peer.Requests.Skip(2).Select(request => $"{request.Method} {request.Target}").ShouldBe(
        [
            "POST /repos/octokit-fixture-org/release-assets-conflict/releases/1000/assets?name=test-upload.txt",
            "DELETE /repos/acme/models/releases/assets/1000",
            "POST /repos/octokit-fixture-org/release-assets-conflict/releases/1000/assets?name=test-upload.txt",
        ]);
    }

    [Fact]
    public async Task Another_refusal_with_the_same_status_is_no_conflict()
    {
        var (release, errors) = (Scenario.Read("release-assets"), Scenario.Read("errors"));
        await using var peer = await Peer.StartAsync(release.Say(0, isListed: true), release.Say(2), errors.Say(0));
        using var host = Hosts.Of(peer.Address);
        var page = (await host.Releases.OfTagAsync("v1.0.0", None)).ShouldHaveSingleItem();

        var refusal = await Should.ThrowAsync<RemoteException>(() => host.Releases.UploadAsync(page, "test-upload.txt", new MemoryStream([1]), None));

        refusal.Status.ShouldBe(422);
        refusal.Message.ShouldContain("Validation Failed");
    }
}
