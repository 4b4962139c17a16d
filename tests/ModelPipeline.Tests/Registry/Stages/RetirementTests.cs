using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Tests.Registry.Stages;

public sealed class RetirementTests
{
    private readonly Models _models = new();

    [Fact]
    public async Task A_model_leaves_its_stages_last_first_and_is_then_retired()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        await _models.PromoteAsync();

        var change = await _models.RetireAsync();

        change.Tags.ShouldBe(["churn#production!#3", "churn#staging!#4", "churn@deprecated#5"]);
        change.Summary.ShouldBe("churn is retired");
        (await _models.StagesAsync()).ShouldBeEmpty();
        (await _models.ModelAsync()).IsRetired.ShouldBeTrue();
        (await _models.RetireAsync()).HasChanged.ShouldBeFalse();
        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("churn is retired");
        (await _models.RefusalAsync(() => _models.RollbackAsync())).ShouldContain("churn is retired");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stopped_before_any_tag_and_run_again_it_ends_the_same(int before)
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        await _models.PromoteAsync();
        var left = before;
        _models.Git.BeforeTag = _ =>
        {
            if (--left == 0)
                throw new RemoteException("cut");
        };
        await Should.ThrowAsync<RemoteException>(() => _models.RetireAsync());

        _models.Git.BeforeTag = _ => { };
        await _models.RetireAsync();

        _models.Git.Tags.Select(tag => tag.Name).ShouldBe(["churn#production!#3", "churn#production#2", "churn#staging!#4", "churn#staging#1", "churn@deprecated#5", "churn@v1.0.0"]);
    }

    [Fact]
    public async Task What_others_read_stays()
    {
        _models.Publish("1.0.0");
        _models.Add("offers", "depends_on: [churn]\n");
        _models.Add("calls", "depends_on:\n  - churn\n");

        var refusal = await _models.RefusalAsync(() => _models.RetireAsync());

        refusal.ShouldContain("calls (in main)");
        refusal.ShouldContain("offers (in main)");
        (await _models.RefusalAsync(() => _models.RetireAsync("1.0.0"))).ShouldContain("its only published version");
        _models.Publish("1.1.0");
        (await _models.RetireAsync("1.0.0")).HasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_version_in_a_stage_reads_stays_though_the_default_branch_does_not_say_so_any_more()
    {
        _models.Publish("1.0.0");
        _models.Add("offers", "depends_on: [churn]\n");
        _models.Publish("2.0.0", "offers");
        await _models.PromoteAsync(name: "offers");
        _models.Add("offers");

        (await _models.RefusalAsync(() => _models.RetireAsync())).ShouldContain("offers 2.0.0 (in staging)");
        await _models.RetireAsync(name: "offers");
        (await _models.RetireAsync()).HasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_another_models_file_cannot_be_read_nobody_knows()
    {
        _models.Publish("1.0.0");
        _models.Git.Commit(("models/offers/model.yaml", "depends_on: [churn\n"));

        (await _models.RefusalAsync(() => _models.RetireAsync())).ShouldContain("models/offers/model.yaml");
    }

    [Fact]
    public async Task A_version_in_a_stage_stays()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        await _models.PromoteAsync();

        (await _models.RefusalAsync(() => _models.RetireAsync("1.0.0"))).ShouldContain("1.0.0 is in staging and production");
    }

    [Fact]
    public async Task A_retired_version_is_promoted_no_more()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");

        (await _models.RetireAsync("1.1.0")).Tags.ShouldBe(["churn@v1.1.0!#1"]);

        (await _models.RetireAsync("1.1.0")).HasChanged.ShouldBeFalse();
        (await _models.RefusalAsync(() => _models.PromoteAsync("1.1.0"))).ShouldContain("1.1.0 is retired");
        (await _models.PromoteAsync()).Summary.ShouldBe("churn 1.0.0 is promoted to staging");
        (await _models.ModelAsync()).Find(new(1, 1, 0))!.State.ShouldBe(VersionState.Retired);
    }

    [Fact]
    public async Task What_was_never_published_cannot_be_retired()
    {
        _models.Record("1.0.0");

        (await _models.RefusalAsync(() => _models.RetireAsync())).ShouldContain("remove its folder instead");
        (await _models.RefusalAsync(() => _models.RetireAsync("1.0.0"))).ShouldContain("recorded but not published");
    }
}
