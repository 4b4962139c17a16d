using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Tests.Registry.Stages;

public sealed class RollbackTests
{
    private readonly Models _models = new();

    [Fact]
    public async Task One_command_brings_the_last_good_version_back()
    {
        await InProductionAsync("1.0.0", "1.1.0", "1.2.0");

        var change = await _models.RollbackAsync();

        change.Summary.ShouldBe("production of churn is rolled back from 1.2.0 to 1.1.0");
        (await _models.StagesAsync()).ShouldBe("staging 1.2.0, production 1.1.0");
        var present = (await _models.ModelAsync()).InStage("production").ShouldNotBeNull();
        (present.Kind, present.From, present.Reason).ShouldBe((StageEventKind.RolledBack, new(1, 2, 0), Models.Reason));
        TagMessage.Trailers(_models.Git.Tags.Single(tag => tag.Name == change.Tags[0]).Message)[TagMessage.Published].ShouldBe("churn@v1.1.0");
    }

    [Fact]
    public async Task Rolling_back_again_does_nothing_and_says_how_to_go_further_back()
    {
        await InProductionAsync("1.0.0", "1.1.0", "1.2.0");
        await _models.RollbackAsync();

        var again = await _models.RollbackAsync();

        again.HasChanged.ShouldBeFalse();
        again.Summary.ShouldContain("--release-version");
        (await _models.RollbackAsync("1.0.0")).HasChanged.ShouldBeTrue();
        (await _models.RollbackAsync("1.0.0")).HasChanged.ShouldBeFalse();
        (await _models.StagesAsync()).ShouldEndWith("production 1.0.0");
    }

    [Fact]
    public async Task A_version_that_was_rolled_back_from_never_comes_back_by_rollback()
    {
        await InProductionAsync("1.0.0", "1.1.0");
        await _models.RollbackAsync();
        await InProductionAsync("1.2.0");

        (await _models.RefusalAsync(() => _models.RollbackAsync("1.1.0"))).ShouldContain("production was rolled back from 1.1.0");
        (await _models.RollbackAsync()).Summary.ShouldEndWith("from 1.2.0 to 1.0.0");
    }

    [Fact]
    public async Task A_version_that_was_promoted_again_is_good_again()
    {
        await InProductionAsync("1.0.0", "1.1.0");
        await _models.RollbackAsync();
        await _models.PromoteAsync("1.1.0", "production");
        await InProductionAsync("1.2.0");

        (await _models.RollbackAsync()).Summary.ShouldEndWith("from 1.2.0 to 1.1.0");
    }

    [Fact]
    public async Task Retired_versions_are_passed_over()
    {
        await InProductionAsync("1.0.0", "1.1.0", "1.2.0");
        await _models.RetireAsync("1.1.0");

        (await _models.RollbackAsync()).Summary.ShouldEndWith("from 1.2.0 to 1.0.0");
    }

    [Fact]
    public async Task Where_nothing_good_is_left_it_says_why()
    {
        (await _models.RefusalAsync(() => _models.RollbackAsync())).ShouldContain("in no stage");
        await InProductionAsync("1.0.0");
        (await _models.RefusalAsync(() => _models.RollbackAsync())).ShouldContain("no other version was there before");
        await InProductionAsync("1.1.0");
        (await _models.PromoteAsync("1.1.0", "staging")).HasChanged.ShouldBeFalse();
        await _models.RetireAsync("1.0.0");

        (await _models.RefusalAsync(() => _models.RollbackAsync())).ShouldContain("1.0.0 is retired");
        (await _models.RefusalAsync(() => _models.RollbackAsync("0.9.0"))).ShouldContain("0.9.0 is not published");
        (await _models.RefusalAsync(() => _models.RollbackAsync(stage: "shadow"))).ShouldContain("1.1.0 in production");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_rollback_without_a_reason_is_refused(string? reason)
    {
        await InProductionAsync("1.0.0", "1.1.0");

        (await _models.RefusalAsync(() => _models.RollbackAsync(reason: reason))).ShouldContain("--reason");
    }

    [Fact]
    public async Task Two_who_roll_back_at_once_go_back_one_version()
    {
        await InProductionAsync("1.0.0", "1.1.0", "1.2.0");
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            _models.RollbackAsync().GetAwaiter().GetResult();
        };

        var second = await _models.RollbackAsync();

        second.HasChanged.ShouldBeFalse();
        second.Summary.ShouldBe("production of churn is back at 1.1.0 already");
        (await _models.StagesAsync()).ShouldEndWith("production 1.1.0");
    }

    [Fact]
    public async Task Who_finds_another_version_there_than_the_one_to_leave_stops()
    {
        await InProductionAsync("1.0.0", "1.1.0");
        _models.Publish("1.2.0");
        await _models.PromoteAsync();
        _models.Git.BeforeTag = _ =>
        {
            _models.Git.BeforeTag = _ => { };
            _models.PromoteAsync("1.2.0", "production").GetAwaiter().GetResult();
        };

        (await Should.ThrowAsync<InputException>(() => _models.RollbackAsync(stage: "production"))).Message.ShouldContain("Somebody else changed production");
    }

    [Fact]
    public async Task A_remote_that_refuses_is_no_rollback()
    {
        await InProductionAsync("1.0.0", "1.1.0");
        _models.Git.BeforeTag = _ => throw new RemoteException("protected");

        await Should.ThrowAsync<RemoteException>(() => _models.RollbackAsync());

        (await _models.StagesAsync()).ShouldEndWith("production 1.1.0");
    }

    private async Task InProductionAsync(params string[] versions)
    {
        foreach (var version in versions)
        {
            _models.Publish(version);
            await _models.PromoteAsync(version, "staging");
            await _models.PromoteAsync(version, "production");
        }
    }
}
