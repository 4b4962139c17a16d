using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Publishing;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class ReleaseStepTests : IDisposable
{
    private readonly ReleaseTrial _trial = new();

    [Fact]
    public async Task An_approved_pull_request_becomes_one_release_with_tag_assets_image_and_comment()
    {
        await _trial.ProposeAsync();

        var outcome = await _trial.RunAsync();

        _trial.ShouldBeReleased();
        ReleaseTrial.ShouldBeDone(outcome);
        outcome.Candidate.ShouldBe(_trial.Host.Document.Bundle);
        outcome.Summary.ShouldBe($"churn 1.3.0 is released: 7 assets, image {_trial.Host.Document.Image!.Digest}");
        outcome.Facts["tag"].ShouldBe("churn@v1.3.0");
        outcome.Facts["commit"].ShouldBe("merged");
        outcome.Facts["page"].ShouldStartWith("page/");
        _trial.Host.Comments.Comments.Values.ShouldHaveSingleItem().ShouldContain("is released** as `churn@v1.3.0`");
        var page = _trial.Host.Pages.All.Single();
        (page.Title, page.Target).ShouldBe(("churn 1.3.0", "merged"));
        page.Body.ShouldBe("<!-- modelpipeline:release-page churn@v1.3.0 -->\nrelease-notes: https://host/pull/12\n");
        _trial.Host.Repository.Tags.Single().Message.ShouldContain($"Bundle: {_trial.Host.Document.Bundle}\n");
    }

    [Fact]
    public async Task The_plan_is_on_disk_before_the_first_change()
    {
        await _trial.ProposeAsync();
        var hadPlan = new List<bool>();
        _trial.Wire.Restart((_, name) =>
        {
            if (name.EndsWith('!'))
                hadPlan.Add(File.Exists(_trial.PlanFile));
            return CallFault.None;
        });

        await _trial.RunAsync();

        hadPlan.ShouldNotBeEmpty();
        hadPlan.ShouldAllBe(had => had);
        var plan = File.ReadAllText(_trial.PlanFile);
        plan.ShouldContain("\"tag\": \"churn@v1.3.0\"");
        plan.ShouldContain($"\"digest\": \"{Digest.Of(PublishingHost.Image)}\"");
    }

    [Fact]
    public async Task A_finished_release_that_is_run_again_changes_nothing()
    {
        await _trial.ProposeAsync();
        await _trial.RunAsync();
        _trial.Wire.Restart();

        var outcome = await _trial.RunAsync();

        ReleaseTrial.ShouldBeDone(outcome);
        _trial.Wire.Changes.ShouldBe(0);
        _trial.Wire.Log.ShouldNotContain("download");
    }

    [Theory]
    [InlineData(Status.Pending)]
    [InlineData(Status.Failed)]
    [InlineData(Status.Error)]
    public async Task What_the_gate_does_not_approve_now_is_not_touched(Status status)
    {
        await _trial.ProposeAsync();
        _trial.Gate.Status = status;

        var outcome = await _trial.RunAsync();

        outcome.Checks.ShouldHaveSingleItem().ShouldBe(new Check { Name = "approvals", Status = status, Reason = "as the test says" });
        _trial.Wire.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_head_that_moved_after_it_was_judged_is_not_merged()
    {
        await _trial.ProposeAsync();
        _trial.Gate.Then = () => _trial.Host.Requests.Request = _trial.Host.Requests.Request with { Head = "other" };

        await ShouldStopAsync("merged", "the head of pull request #12 is other, judged was head", changes: 0);
    }

    [Fact]
    public async Task A_pull_request_that_is_merged_already_is_released_from_its_merge_commit()
    {
        await _trial.ProposeAsync();
        await _trial.Host.Requests.MergeAsync(12, PublishingHost.Head, "", TestContext.Current.CancellationToken);
        _trial.Wire.Restart();

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
        _trial.Wire.Log.ShouldNotContain("merge!");
    }

    [Fact]
    public async Task A_merge_commit_without_the_judged_bytes_stops_the_release()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.Merging = files => files[$"{PublishingHost.Folder}/MODEL_CARD.md"] = [1];

        await ShouldStopAsync("merged", "the merge commit merged has not the files that were judged", changes: 1);
    }

    [Fact]
    public async Task A_merge_commit_with_a_file_more_in_the_release_stops_it()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.Merging = files => files[$"{PublishingHost.Folder}/more.txt"] = [1];

        await ShouldStopAsync("merged", "the merge commit merged has not the files that were judged", changes: 1);
    }

    [Fact]
    public async Task A_pull_request_that_the_branch_does_not_take_is_tried_a_few_times_and_then_named()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.IsProtected = true;

        await ShouldStopAsync("merged", "pull request #12 cannot be merged now", changes: 6);
    }

    [Fact]
    public async Task A_closed_pull_request_stops_the_release()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.Request = _trial.Host.Requests.Request with { IsOpen = false };

        await ShouldStopAsync("merged", "pull request #12 is closed and not merged", changes: 0);
    }

    [Fact]
    public async Task A_tag_that_was_there_before_the_merge_stops_the_release_before_it()
    {
        await _trial.ProposeAsync();
        _trial.Host.Repository.Tags.Add(new GitTag(PublishingHost.Tag, "other", "", "", null));

        await ShouldStopAsync("tag", "the version is spent", changes: 0);
    }

    [Fact]
    public async Task A_tag_at_another_commit_is_not_moved()
    {
        await _trial.ProposeAsync();
        await _trial.Host.Requests.MergeAsync(12, PublishingHost.Head, "", TestContext.Current.CancellationToken);
        _trial.Host.Repository.Tags.Add(new GitTag(PublishingHost.Tag, "other", "", "", null));
        _trial.Wire.Restart();

        await ShouldStopAsync("tag", "the tag churn@v1.3.0 is at other, the release is merged", changes: 0);
    }

    [Fact]
    public async Task A_tag_that_is_not_annotated_stops_the_release_before_anything_is_changed()
    {
        await _trial.ProposeAsync();
        _trial.Host.Repository.LightweightTags.Add(PublishingHost.Tag);

        await ShouldStopAsync("tag", "there is a tag churn@v1.3.0 already that is no annotated tag of a commit", changes: 0);
    }

    [Fact]
    public async Task A_draft_that_is_not_ours_stops_the_release_before_anything_is_changed()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.Add(PublishingHost.Tag, "my own notes");

        await ShouldStopAsync("published", "a draft of churn@v1.3.0 that the pipeline did not make", changes: 0);
    }

    [Fact]
    public async Task Several_published_releases_stop_it()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.Add(PublishingHost.Tag, "one", isDraft: false);
        _trial.Host.Pages.Add(PublishingHost.Tag, "two", isDraft: false);

        await ShouldStopAsync("published", "there are 2 published releases of churn@v1.3.0", changes: 0);
    }

    [Fact]
    public async Task A_published_release_that_lost_an_asset_is_not_mended()
    {
        await _trial.ProposeAsync();
        await _trial.RunAsync();
        var page = _trial.Host.Pages.All.Single();
        _trial.Host.Pages.All[0] = page with { Assets = [.. page.Assets.Where(asset => asset.Name != "bundle.zip")] };
        _trial.Wire.Restart();

        await ShouldStopAsync("published", "bundle.zip is absent or different", changes: 0);
    }

    [Fact]
    public async Task Notes_of_a_published_release_are_peoples()
    {
        await _trial.ProposeAsync();
        await _trial.RunAsync();
        _trial.Host.Pages.All[0] = _trial.Host.Pages.All[0] with { Body = "Better said.", Title = "Better" };
        _trial.Wire.Restart();

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task An_image_tag_that_holds_another_image_is_not_moved()
    {
        await _trial.ProposeAsync();
        _trial.Images.Images["ghcr.io/acme/churn:1.3.0"] = Digest.Of("other");

        await ShouldStopAsync("image", "an image's tag is never moved", changes: 0);
    }

    [Fact]
    public async Task A_registry_that_has_another_image_after_the_push_stops_the_release_before_it_is_public()
    {
        _trial.Host.Propose(document => document with { Image = new ReleaseImage(Digest.Of("what was promised"), "ghcr.io/acme/churn") });
        await _trial.ProposeAsync();

        var outcome = await _trial.RunAsync();

        outcome.Checks.Single(check => check.Status == Status.Error).Name.ShouldBe("image");
        _trial.Host.Pages.All.ShouldAllBe(page => page.IsDraft);
    }

    [Fact]
    public async Task Where_the_spec_names_no_place_the_image_is_not_pushed_and_that_is_said()
    {
        _trial.Host.Propose(document => document with { Image = document.Image! with { Name = null } });
        await _trial.ProposeAsync();

        var outcome = await _trial.RunAsync();

        ReleaseTrial.ShouldBeDone(outcome);
        _trial.Wire.Log.ShouldNotContain("push!");
        outcome.Summary.ShouldEndWith("(not pushed: the spec names no place)");
        outcome.Checks.Single(check => check.Name == "image").Reason.ShouldContain("it is not pushed");
    }

    [Fact]
    public async Task An_artifact_that_is_not_stored_any_more_stops_the_release_before_anything_is_changed()
    {
        var outcome = await _trial.RunAsync();

        var check = outcome.Checks.ShouldHaveSingleItem();
        (check.Name, check.Status).ShouldBe(("prepared", Status.Error));
        check.Reason.ShouldContain($"nothing was changed: No asset of a release of churn@v1.3.0 has the digest {Digest.Of(PublishingHost.Image)}");
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData("MODEL_CARD.md")]
    [InlineData("evidence/odd.json")]
    [InlineData("bundle.zip")]
    [InlineData("release.json")]
    public async Task A_file_at_the_head_that_is_not_as_listed_stops_the_release_before_anything_is_changed(string file)
    {
        await _trial.ProposeAsync();
        var head = _trial.Host.Repository.Commits[PublishingHost.Head];
        head[$"{PublishingHost.Folder}/{file}"] = file == "release.json"
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(head[$"{PublishingHost.Folder}/{file}"]).Replace("\"tool\": \"0.1.0\"", "\"tool\": \"0.1.1\"", StringComparison.Ordinal))
            : [9];

        await ShouldStopAsync("prepared", file, changes: 0);
    }

    [Fact]
    public async Task A_bundle_that_is_too_large_for_version_control_comes_from_the_store()
    {
        _trial.Store = new StoredImage();
        _trial.Host.Propose(document => document with
        {
            Files = new(document.Files.Where(file => file.Key != "bundle.zip").ToDictionary(), StringComparer.Ordinal),
            Artifacts = new(document.Artifacts!, StringComparer.Ordinal) { ["bundle.zip"] = document.Artifacts!["image.tar"] },
        });

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        var page = _trial.Host.Pages.All.ShouldHaveSingleItem();
        _trial.Host.Pages.BytesOf(page.Assets.Single(asset => asset.Name == "bundle.zip").Id).ShouldBe(PublishingHost.Image);
    }

    [Fact]
    public async Task Assets_whose_digests_the_host_does_not_say_are_hashed()
    {
        _trial.Host.Pages.SaysDigests = false;
        await _trial.ProposeAsync();

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task What_else_is_on_the_draft_is_replaced_or_removed()
    {
        await _trial.ProposeAsync();
        var draft = _trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));
        _trial.Host.Pages.AddAsset(draft, "MODEL_CARD.md", [1, 2]);
        _trial.Host.Pages.AddAsset(draft, "old.zip", [3]);

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task A_superfluous_draft_of_ours_goes_only_after_its_bytes_are_elsewhere()
    {
        _trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));
        var second = _trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));
        _trial.Host.Pages.AddAsset(second, "image.tar", PublishingHost.Image);

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
        _trial.Host.Pages.All.Single().Id.ShouldBeLessThan(second.Id);
    }

    [Fact]
    public async Task A_draft_of_ours_that_was_left_beside_the_published_release_goes()
    {
        await _trial.ProposeAsync();
        await _trial.RunAsync();
        _trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task An_unfinished_asset_is_waited_for_half_an_hour_and_then_replaced()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.AddAsset(_trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag)), "bundle.zip", null);
        var before = _trial.Clock.GetUtcNow();

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
        (_trial.Clock.GetUtcNow() - before).ShouldBeInRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(33));
    }

    [Fact]
    public async Task An_unfinished_asset_that_is_old_by_the_hosts_own_clock_is_replaced_at_once()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.AddAsset(_trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag)), "bundle.zip", null, age: TimeSpan.FromMinutes(31));
        var before = _trial.Clock.GetUtcNow();

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _trial.ShouldBeReleased();
        _trial.Clock.GetUtcNow().ShouldBe(before);
    }

    [Fact]
    public async Task A_token_that_may_not_comment_leaves_a_remark_and_a_release()
    {
        await _trial.ProposeAsync();
        _trial.Host.Comments.IsAllowed = false;

        var outcome = await _trial.RunAsync();

        ReleaseTrial.ShouldBeDone(outcome);
        var remark = outcome.Checks.Single(check => !check.Required);
        (remark.Name, remark.Status, remark.Reason).ShouldBe(("comment", Status.NotRun, "the token may not write comments"));
    }

    [Fact]
    public async Task A_host_that_goes_on_refusing_is_told_of_with_what_is_left_to_do()
    {
        await _trial.ProposeAsync();
        _trial.Wire.Restart((_, name) => name == "publish!" ? CallFault.Refuse : CallFault.None);

        var outcome = await _trial.RunAsync();

        var error = outcome.Checks.Single(check => check.Status == Status.Error);
        (error.Name, error.Reason).ShouldBe(("published", "publish! was refused"));
        error.Hint.ShouldStartWith("left to do: published; once the cause is mended, run the target Release again");
        _trial.Wire.Restart();
        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());
        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task A_change_that_the_host_takes_and_does_not_make_is_tried_a_few_times_and_then_named()
    {
        await _trial.ProposeAsync();
        _trial.Host.Pages.KeepsTitles = true;
        _trial.Host.Pages.Add(PublishingHost.Tag, DraftMarker.Of(PublishingHost.Tag));

        await ShouldStopAsync("published", "writing the notes of churn@v1.3.0 had no effect", changes: 16);
    }

    public void Dispose() => _trial.Dispose();

    private async Task ShouldStopAsync(string check, string reason, int changes)
    {
        var outcome = await _trial.RunAsync();

        var stopping = outcome.Checks.Where(found => found.Status == Status.Error).ShouldHaveSingleItem();
        stopping.Name.ShouldBe(check);
        stopping.Reason.ShouldContain(reason);
        outcome.Checks.ShouldNotContain(found => found.Name == "published" && found.Status == Status.Passed);
        _trial.Wire.Changes.ShouldBe(changes);
    }
}
