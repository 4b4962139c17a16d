using ModelPipeline.Registry.Listing;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Registry.Stages;

/// <summary>Two changes at once whose tags' names differ take the same number, and do not know of each other.</summary>
public sealed class CollisionTests
{
    private readonly DeployHost _host = new();
    private readonly Models _models;

    public CollisionTests() => _models = new Models(_host, new Account(7, "grace", false));

    [Fact]
    public async Task What_enters_production_while_staging_is_rolled_back_from_it_leaves_again()
    {
        await InStagesAsync("1.0.0");
        await InStagesAsync("1.1.0");
        _models.Publish("1.2.0");
        await _models.PromoteAsync("1.2.0", "staging");
        _host.Started.Clear();
        Meanwhile("churn#production#6", () => _models.RollbackAsync(stage: "staging"));

        var fault = await Should.ThrowAsync<InputException>(() => _models.PromoteAsync("1.2.0", "production"));

        fault.Message.ShouldContain("since at the same time staging was rolled back from it");
        (await _models.StagesAsync()).ShouldBe("staging 1.1.0, production 1.1.0");
        _host.Started.ShouldNotContain(started => started.Contains("version=1.2.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_second_undoes_what_the_first_did()
    {
        await InStagesAsync("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.1.0", "staging");
        Meanwhile("churn#staging#4", () => _models.PromoteAsync("1.1.0", "production"));

        var change = await _models.RollbackAsync(stage: "staging");

        change.Remarks.ShouldContain("churn 1.1.0 leaves production, which goes back to 1.0.0, since at the same time staging was rolled back from it");
        (await _models.StagesAsync()).ShouldBe("staging 1.0.0, production 1.0.0");
        _host.Started.ShouldContain(started => started.Contains("stage=production tag=churn#production#5 version=1.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_retired_while_it_enters_a_stage_gives_way_to_the_version_before()
    {
        await InStagesAsync("1.0.0");
        _models.Publish("1.1.0");
        Meanwhile("churn@v1.1.0!#3", () => _models.PromoteAsync("1.1.0", "staging"));

        var change = await _models.RetireAsync("1.1.0");

        change.Remarks.ShouldContain("churn 1.1.0 leaves staging, which goes back to 1.0.0, since at the same time that version was retired");
        (await _models.StagesAsync()).ShouldBe("staging 1.0.0, production 1.0.0");
        (await _models.ModelAsync()).Find(new(1, 1, 0))!.State.ShouldBe(VersionState.Retired);
    }

    [Fact]
    public async Task Where_no_version_was_there_before_the_stage_is_left_empty()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        Meanwhile("churn#staging#1", () => _models.RetireAsync("1.1.0"));

        (await Should.ThrowAsync<InputException>(() => _models.PromoteAsync("1.1.0", "staging"))).Message.ShouldContain("that version was retired");

        (await _models.StagesAsync()).ShouldBeEmpty();
        _host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stage_whose_version_was_retired_by_hand_has_the_version_before()
    {
        await InStagesAsync("1.0.0");
        await InStagesAsync("1.1.0");
        _models.Git.Tag("churn@v1.1.0!#5", _models.Git.Tags.Single(tag => tag.Name == "churn@v1.1.0").Commit);

        (await _models.StagesAsync()).ShouldBe("staging 1.0.0, production 1.0.0");
    }

    [Fact]
    public async Task Changes_of_one_number_that_do_not_touch_each_other_stay()
    {
        await InStagesAsync("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.1.0", "staging");
        _models.Publish("1.2.0");
        Meanwhile("churn#production#4", () => _models.PromoteAsync("1.2.0", "staging"));

        (await _models.PromoteAsync("1.1.0", "production")).Remarks.ShouldContain(remark => remark.Contains("look at the model again", StringComparison.Ordinal));

        (await _models.StagesAsync()).ShouldBe("staging 1.2.0, production 1.1.0");
    }

    /// <summary>Lets somebody else change the model just before a tag is made.</summary>
    private void Meanwhile(string tag, Func<Task> change) => _models.Git.BeforeTag = next =>
    {
        next.Name.ShouldBe(tag);
        _models.Git.BeforeTag = _ => { };
        change().GetAwaiter().GetResult();
    };

    private async Task InStagesAsync(string version)
    {
        _models.Publish(version);
        await _models.PromoteAsync(version, "staging");
        await _models.PromoteAsync(version, "production");
    }
}
