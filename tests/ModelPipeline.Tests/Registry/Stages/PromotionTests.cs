using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Registry.Stages;

public sealed class PromotionTests
{
    private readonly Models _models = new(null, new Account(7, "grace", false));

    [Fact]
    public async Task A_rollback_while_an_unnamed_promotion_is_decided_stops_it()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            _models.PromoteAsync("1.1.0", "staging").GetAwaiter().GetResult();
            _models.RollbackAsync(stage: "staging").GetAwaiter().GetResult();
        };

        (await Should.ThrowAsync<InputException>(() => _models.PromoteAsync(stage: "staging"))).Message.ShouldContain("was rolled back from staging");

        (await _models.StagesAsync()).ShouldBe("staging 1.0.0");
    }

    [Fact]
    public async Task After_the_last_number_nothing_can_follow()
    {
        _models.Publish("1.0.0");
        _models.Git.Tag("churn#staging#999999999", _models.Git.Tip);
        _models.Publish("1.1.0");

        (await _models.RefusalAsync(() => _models.PromoteAsync("1.1.0", "staging"))).ShouldContain("bears the number 999999999");
    }

    [Fact]
    public async Task The_newest_version_goes_from_stage_to_stage()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");

        (await _models.PromoteAsync()).Summary.ShouldBe("churn 1.1.0 is promoted to staging");
        (await _models.PromoteAsync()).Tags.ShouldBe(["churn#production#2"]);
        var last = await _models.PromoteAsync();

        last.HasChanged.ShouldBeFalse();
        last.Summary.ShouldBe("churn 1.1.0 is in production already");
        (await _models.StagesAsync()).ShouldBe("staging 1.1.0, production 1.1.0");
    }

    [Fact]
    public async Task The_tag_says_who_what_why_and_from_which_release()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");

        await _models.Keeper.PromoteAsync("churn", null, null, "better\n\nAction: rollback", TestContext.Current.CancellationToken);

        var tag = _models.Git.Tags.Single(tag => tag.Name == "churn#staging#2");
        tag.Commit.ShouldBe(_models.Git.Tags.Single(published => published.Name == "churn@v1.1.0").Commit);
        var release = await _models.Git.ReadAsync(tag.Commit, "models/churn/releases/1.1.0/release.json", TestContext.Current.CancellationToken);
        tag.Message.ShouldBe($"""
            churn 1.1.0 is promoted to staging

            Action: promote
            Model: churn
            Version: 1.1.0
            Stage: staging
            From: 1.0.0
            By: grace
            Reason: better\n\nAction: rollback
            Bundle: {Digest.Of("1.1.0")}
            Release: {Digest.Of(release)}
            Published: churn@v1.1.0

            """.ReplaceLineEndings("\n"));
        (await _models.ModelAsync()).InStage("staging").ShouldNotBeNull().ShouldSatisfyAllConditions(
            present => present.Kind.ShouldBe(StageEventKind.Promoted),
            present => present.By.ShouldBe("grace"));
    }

    [Fact]
    public async Task A_version_that_skipped_a_stage_may_not_enter_the_next()
    {
        _models.Publish("1.0.0");

        (await _models.RefusalAsync(() => _models.PromoteAsync("1.0.0", "production"))).ShouldContain("never in staging: promote it there first");
    }

    [Fact]
    public async Task A_version_that_was_in_the_stage_before_may_enter_after_another_took_its_place()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");
        await _models.PromoteAsync("1.1.0", "staging");

        (await _models.PromoteAsync("1.0.0", "production")).HasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task An_older_version_comes_back_by_rollback_alone()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");
        await _models.PromoteAsync("1.1.0", "staging");

        (await _models.RefusalAsync(() => _models.PromoteAsync("1.0.0", "staging"))).ShouldContain("use Rollback");
    }

    [Fact]
    public async Task What_was_rolled_back_from_is_promoted_again_only_by_name()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");
        await _models.PromoteAsync("1.1.0", "staging");
        await _models.RollbackAsync();

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("by grace: customers complain");
        (await _models.RefusalAsync(() => _models.PromoteAsync(stage: "staging"))).ShouldContain("was rolled back from staging");
        (await _models.RefusalAsync(() => _models.PromoteAsync("1.1.0", "production"))).ShouldContain("staging was rolled back from it");
        (await _models.PromoteAsync("1.1.0", "staging")).HasChanged.ShouldBeTrue();
        (await _models.PromoteAsync("1.1.0", "production")).HasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_published_is_not_promoted()
    {
        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("no release at all");
        _models.Record("1.0.0");

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("1.0.0 (recorded, not published)");
        (await _models.RefusalAsync(() => _models.PromoteAsync("1.0.0"))).ShouldContain("run Release, which makes the tag churn@v1.0.0");
        (await _models.RefusalAsync(() => _models.PromoteAsync("2.0.0"))).ShouldContain("has no version 2.0.0");
        (await _models.RefusalAsync(() => _models.PromoteAsync(name: "chrun"))).ShouldContain("did you mean 'churn'?");
        (await _models.RefusalAsync(() => _models.PromoteAsync(stage: "prodution"))).ShouldContain("no published version");
    }

    [Fact]
    public async Task A_tag_at_a_commit_without_the_release_publishes_nothing()
    {
        var before = _models.Git.Tip;
        _models.Record("1.0.0");
        _models.Git.Tag("churn@v1.0.0", before);

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("marks a commit without models/churn/releases/1.0.0/release.json");
    }

    [Fact]
    public async Task Another_models_release_at_the_tag_is_refused()
    {
        _models.Record("1.0.0");
        var json = $$"""{ "schema": "modelpipeline/release/v1", "model": "fraud", "version": "1.0.0", "bundle": "{{Digest.Of("x")}}", "origin": "proposed", "released": "2026-03-01T00:00:00Z", "tool": "0.1.0", "data": "{{Digest.Of("x")}}", "spec": "{{Digest.Of("x")}}", "files": {} }""";
        _models.Git.Tag("churn@v1.0.0", _models.Git.Commit(("models/churn/releases/1.0.0/release.json", json)));

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("is of fraud 1.0.0");
    }

    [Fact]
    public async Task Stages_and_their_order_are_the_specs()
    {
        _models.Add("churn", "release: { stages: [shadow, canary, live] }\n");
        _models.Publish("1.0.0");

        foreach (var _ in Enumerable.Range(0, 3))
            await _models.PromoteAsync();

        (await _models.StagesAsync()).ShouldBe("shadow 1.0.0, canary 1.0.0, live 1.0.0");
        (await _models.RefusalAsync(() => _models.PromoteAsync(stage: "canry"))).ShouldContain("did you mean 'canary'?");
    }

    [Theory]
    [InlineData("release: { stages: [a, a] }\n")]
    [InlineData("release: { stages: [] }\n")]
    [InlineData("release: { stages: ['#'] }\n")]
    [InlineData("release: {\n")]
    public async Task A_spec_that_cannot_be_read_decides_nothing(string more)
    {
        _models.Publish("1.0.0");
        _models.Add("churn", more);

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("Mend them in the default branch first");
    }

    [Fact]
    public async Task Of_two_at_once_the_second_decides_again()
    {
        _models.Publish("1.0.0");
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            _models.PromoteAsync().GetAwaiter().GetResult().HasChanged.ShouldBeTrue();
        };

        var second = await _models.PromoteAsync();

        second.HasChanged.ShouldBeFalse();
        second.Summary.ShouldBe("churn 1.0.0 is in staging already");
        (await _models.StagesAsync()).ShouldBe("staging 1.0.0");
    }

    [Fact]
    public async Task Of_two_at_once_with_different_versions_the_newer_stays()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            _models.PromoteAsync("1.1.0", "staging").GetAwaiter().GetResult();
        };

        (await Should.ThrowAsync<InputException>(() => _models.PromoteAsync("1.0.0", "staging"))).Message.ShouldContain("older than 1.1.0");
    }

    [Fact]
    public async Task A_number_that_a_lightweight_tag_took_is_passed_over()
    {
        _models.Publish("1.0.0");
        _models.Git.Lightweight.Add("churn#staging#1");

        (await _models.PromoteAsync()).Tags.ShouldBe(["churn#staging#2"]);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up()
    {
        _models.Publish("1.0.0");
        _models.Git.AfterTag = _ => throw new RemoteException("lost") { MayHaveHappened = true };

        (await _models.PromoteAsync()).Tags.ShouldBe(["churn#staging#1"]);
    }

    [Fact]
    public async Task A_request_that_was_lost_is_made_again()
    {
        _models.Publish("1.0.0");
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            throw new RemoteException("lost") { MayHaveHappened = true };
        };

        (await _models.PromoteAsync()).HasChanged.ShouldBeTrue();
        (await _models.StagesAsync()).ShouldBe("staging 1.0.0");
    }

    [Fact]
    public async Task Somebody_elses_change_under_the_same_number_is_told()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        var commit = _models.Git.Tags[^1].Commit;
        _models.Git.AfterTag = _ => _models.Git.Tag("churn#staging!#2", commit);

        (await _models.PromoteAsync()).Remarks.ShouldHaveSingleItem().ShouldStartWith("at the same time churn#staging!#2 was made by Ada");
    }

    [Fact]
    public async Task Tags_that_GTO_made_count()
    {
        _models.Publish("1.0.0");
        var commit = _models.Git.Tags[^1].Commit;
        _models.Git.Tag("churn#staging#4", commit, "Assigning stage \"staging\" to artifact \"churn\" version \"v1.0.0\"");

        (await _models.PromoteAsync()).Tags.ShouldBe(["churn#production#5"]);
    }
}
