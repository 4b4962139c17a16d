using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Publishing;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class StoredArtifactsTests : IDisposable
{
    private readonly ReleaseTrial _trial = new();

    [Fact]
    public async Task Another_proposal_of_the_same_version_takes_nothing_from_the_approved_one()
    {
        await _trial.ProposeAsync();
        await _trial.StoreAsync([1, 2, 3, 4, 5]);

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task What_is_stored_is_downloaded_once()
    {
        await _trial.ProposeAsync();

        await _trial.RunAsync();

        _trial.Wire.Log.Count(call => call == "download").ShouldBe(1);
    }

    [Fact]
    public async Task A_size_that_release_json_says_wrong_stops_the_release_before_anything_is_changed()
    {
        _trial.Host.Propose(document => document with { Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = document.Artifacts!["image.tar"] with { Bytes = 7 } } });
        await _trial.ProposeAsync();

        var check = (await _trial.RunAsync()).Checks.ShouldHaveSingleItem();

        (check.Name, check.Status).ShouldBe(("prepared", Status.Error));
        check.Reason.ShouldContain($"of {PublishingHost.Image.Length} bytes, release.json lists {Digest.Of(PublishingHost.Image)} of 7 bytes");
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_of_artifacts_that_somebody_else_made_stays()
    {
        await _trial.ProposeAsync();
        var odd = _trial.Host.Pages.Add(ArtifactsDraft.TagOf(PublishingHost.Tag), "mine");

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.Host.Pages.All.Where(page => page.IsDraft).ShouldHaveSingleItem().Id.ShouldBe(odd.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_asset_that_changed_since_it_was_seen_is_not_removed(bool isPublished)
    {
        var draft = _trial.Host.Pages.Add(PublishingHost.Tag, "");
        var started = _trial.Host.Pages.AddAsset(draft, "image.tar", null);
        var seen = _trial.Host.Pages.All[0];
        _trial.Host.Pages.All[0] = isPublished ? seen with { IsDraft = false } : seen with { Assets = [started with { IsUploaded = true }] };

        (await new AssetRemoval(_trial.Host.Pages).RunAsync(seen, started.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();

        _trial.Host.Pages.All[0].Assets.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_asset_that_is_as_it_was_seen_is_removed()
    {
        var draft = _trial.Host.Pages.Add(PublishingHost.Tag, "");
        var started = _trial.Host.Pages.AddAsset(draft, "image.tar", null);

        (await new AssetRemoval(_trial.Host.Pages).RunAsync(_trial.Host.Pages.All[0], started.Id, TestContext.Current.CancellationToken)).ShouldBeTrue();

        _trial.Host.Pages.All[0].Assets.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_users_mistake_is_told_of_the_part_that_it_hinders()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.UploadFault = new InputException("that is no name");

        var error = (await _trial.RunAsync()).Checks.Single(check => check.Status == Status.Error);

        (error.Name, error.Reason).ShouldBe(("assets", "that is no name"));
    }

    [Fact]
    public async Task Whatever_keeps_the_comment_from_being_written_the_release_is_done()
    {
        await _trial.ProposeAsync();
        _trial.Host.Comments.Fault = new FormatException("odd answer");

        var outcome = await _trial.RunAsync();

        ReleaseTrial.ShouldBeDone(outcome);
        outcome.Checks.Single(check => !check.Required).Reason.ShouldBe("pull request #12 could not be told: FormatException: odd answer");
    }

    [Fact]
    public void The_cards_address_is_escaped() =>
        ReleasePreparation.CardPage("abc", "models/a b#c%/releases/1.0.0").ShouldBe("blob/abc/models/a%20b%23c%25/releases/1.0.0/MODEL_CARD.md");

    public void Dispose() => _trial.Dispose();
}
