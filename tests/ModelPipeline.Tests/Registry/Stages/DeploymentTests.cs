using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Registry.Stages;

public sealed class DeploymentTests
{
    private readonly DeployHost _host = new();
    private readonly Models _models;

    public DeploymentTests()
    {
        _models = new Models(_host);
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
    }

    [Fact]
    public async Task A_run_that_was_stopped_before_the_deployment_started_is_made_good_by_the_next()
    {
        await _models.PromoteAsync("1.0.0", "staging");
        await _models.PromoteAsync("1.1.0", "staging");
        _host.Started.Clear();
        _models.Git.AfterTag = _ => throw new OperationCanceledException();
        await Should.ThrowAsync<OperationCanceledException>(() => _models.RollbackAsync());
        _models.Git.AfterTag = _ => { };
        _host.Started.ShouldBeEmpty();

        var again = await _models.RollbackAsync();
        var named = await _models.PromoteAsync("1.0.0", "staging");

        again.HasChanged.ShouldBeFalse();
        named.Remarks.ShouldBe(["deploy.yml was started on acme/models"]);
        _host.Started.ShouldBe(Enumerable.Repeat("deploy.yml main model=churn stage=staging tag=churn#staging#3 version=1.0.0", 2));
    }

    [Fact]
    public async Task A_retirement_deploys_nothing()
    {
        await _models.RetireAsync("1.1.0");
        await _models.RetireAsync("1.1.0");

        _host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_a_stage_starts_the_deployment_and_says_so()
    {
        await _models.PromoteAsync("1.0.0", "staging");
        var change = await _models.PromoteAsync("1.1.0", "staging");
        await _models.RollbackAsync();

        change.Remarks.ShouldBe(["deploy.yml was started on acme/models"]);
        _host.Started.ShouldBe(
        [
            "deploy.yml main model=churn stage=staging tag=churn#staging#1 version=1.0.0",
            "deploy.yml main model=churn stage=staging tag=churn#staging#2 version=1.1.0",
            "deploy.yml main model=churn stage=staging tag=churn#staging#3 version=1.0.0",
        ]);
    }

    [Fact]
    public async Task A_missing_workflow_is_a_remark()
    {
        _host.Answer = () => throw new InputException("There is no workflow deploy.yml.");

        var change = await _models.PromoteAsync();

        change.HasChanged.ShouldBeTrue();
        change.Remarks.ShouldBe(["deploy.yml was not started: There is no workflow deploy.yml"]);
    }

    [Fact]
    public async Task A_token_that_may_not_start_it_is_a_remark()
    {
        _host.Answer = () => ReportOutcome.NotAllowed;

        (await _models.PromoteAsync()).Remarks.ShouldHaveSingleItem().ShouldContain("Start it by hand");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_an_error_that_says_what_was_done()
    {
        _host.Answer = () => throw new RemoteException("The host is away.");

        var fault = await Should.ThrowAsync<RemoteException>(() => _models.PromoteAsync());

        fault.Message.ShouldBe("churn 1.1.0 is promoted to staging (tag churn#staging#1), but deploy.yml could not be started; start it by hand. The host is away.");
        (await _models.StagesAsync()).ShouldBe("staging 1.1.0");
    }

    [Fact]
    public async Task A_release_that_is_a_draft_is_not_promoted()
    {
        _host.Drafts.Add("churn@v1.1.0");

        (await _models.RefusalAsync(() => _models.PromoteAsync())).ShouldContain("run Release to its end");
        _host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_imported_release_needs_no_page()
    {
        _models.Publish("1.2.0", origin: "imported");
        _host.Drafts.Add("churn@v1.2.0");

        (await _models.PromoteAsync()).HasChanged.ShouldBeTrue();
    }
}
