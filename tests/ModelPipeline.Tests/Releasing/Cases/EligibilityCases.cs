using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class EligibilityCases : GateCase
{
    private static readonly Dictionary<string, byte[]?> Remark = new() { [$"{ReleaseScene.Folder}/extra.csv"] = "a\n"u8.ToArray() };

    [Fact]
    public async Task Case_13_the_author_of_the_pull_request_approves()
    {
        Host.Request = Host.Request with { Author = Rita };

        await ShouldNotCountAsync(Rita, "opened the pull request");
    }

    [Fact]
    public async Task Case_14_who_pushed_last_approves()
    {
        Host.Arrival = Host.Arrival with { Pushers = [Rita, Bot] };

        await ShouldNotCountAsync(Rita, "pushed last");
    }

    [Fact]
    public async Task Case_15_a_committer_approves()
    {
        Host.ForcePush(Bot, Scene.Files());
        Host.Push(Remark, Bot, committer: Rita);

        await ShouldNotCountAsync(Rita, "is the committer of a commit of the pull request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_16_a_commit_without_an_account(bool isAuthor)
    {
        Host.Commit(Host.Request.HeadBranch, Remark, isAuthor ? null : Bot, isAuthor ? Bot : null);
        if (!isAuthor)
            Host.Git[Host.Request.HeadBranch] = Host.Git.Commit(Host.Git.Parent(Host.Head), Remark, Bot, null, Host.Tick());
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Indeterminate, "commits", "no account is known");

        ruling.Checks.Single(check => check.Name == "commits").Reason.ShouldContain(Host.Head[..12]);
    }

    [Fact]
    public async Task Case_16_a_commit_of_the_change_without_an_account()
    {
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/notes.md"] = "x"u8.ToArray() }, null, Dana);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "commits", "no account is known");
    }

    [Fact]
    public async Task Case_17_a_commit_with_anothers_e_mail_takes_that_persons_approval_and_gives_none()
    {
        Host.Push(Remark, Rita, pusher: Sam);
        Review(Rita, "APPROVED");
        Review(Sam, "APPROVED");

        (await VerdictAsync(Rita)).Why.ShouldBe("is the author of a commit of the pull request");
        (await VerdictAsync(Sam)).Why.ShouldBe("pushed last");
    }

    [Fact]
    public async Task Case_18_a_bot_approves()
    {
        var bot = new Account(50, "friendly[bot]", true);
        Host.Allow(bot, "admin");

        await ShouldNotCountAsync(bot, "is a bot that release.bots does not list");
    }

    [Fact]
    public async Task Case_19_the_workflows_own_bot_approves()
    {
        var bot = new Account(41898282, "github-actions[bot]", true);
        Host.Allow(bot, "write");

        await ShouldNotCountAsync(bot, "is a bot that release.bots does not list");
    }

    [Theory]
    [InlineData("write", GateDecision.Approved)]
    [InlineData("read", GateDecision.Pending)]
    public async Task Case_20_a_listed_bot_counts_by_its_permission(string role, GateDecision decision)
    {
        var bot = new Account(50, "friendly[bot]", true);
        Host.Allow(bot, role);
        Policy = new ReleaseSpec { Bots = ["Friendly[bot]"] };
        Review(bot, "APPROVED");

        await Scene.ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("triage")]
    [InlineData("none")]
    public async Task Case_21_who_may_only_read_approves(string role)
    {
        Host.Allow(Rita, role);

        await ShouldNotCountAsync(Rita, "approved this very head, but may not write to the repository");
    }

    [Theory]
    [InlineData("write")]
    [InlineData("maintain")]
    [InlineData("admin")]
    public async Task Case_22_a_private_member_counts_by_permission_however_the_host_shows_the_association(string role)
    {
        Host.Allow(Rita, role);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Case_23_a_permission_that_cannot_be_read(int status)
    {
        Review(Rita, "APPROVED");
        Host.Asked = member =>
        {
            if (member == "permission")
                throw Fault(status);
        };

        var ruling = await Scene.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "rita approved this very head, but what the account may do in the repository cannot be read");

        ruling.Reviewers.ShouldHaveSingleItem().Counts.ShouldBeFalse();
    }

    [Fact]
    public async Task Case_23_of_a_person_who_requests_changes()
    {
        Host.Forbid(Sam);
        Review(Rita, "APPROVED");
        Review(Sam, "CHANGES_REQUESTED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "objections", "sam requested changes");
    }

    [Fact]
    public async Task Case_23_of_a_person_whose_approval_does_not_count_anyhow()
    {
        Host.Forbid(Pat);
        Review(Rita, "APPROVED");
        Review(Pat, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_23_a_role_that_nobody_knows()
    {
        Host.Allow(Rita, "superuser");
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "approvals");
    }

    [Fact]
    public async Task Case_24_the_review_of_a_deleted_account_is_ignored()
    {
        Review(null, "APPROVED", "CHANGES_REQUESTED");
        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals");

        Review(Rita, "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_24_a_pull_request_of_a_deleted_account()
    {
        Host.Request = Host.Request with { Author = null };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "who opened pull request 12 is not known any more");
    }

    [Fact]
    public async Task Case_25_a_login_that_was_changed_is_the_same_reviewer()
    {
        Review(Rita, "CHANGES_REQUESTED");
        var renamed = Rita with { Login = "Rita-2" };
        Host.Allow(renamed, "write");
        Review(renamed, "APPROVED");

        (await Scene.ShouldBeAsync(GateDecision.Approved)).Reviewers.ShouldHaveSingleItem().Login.ShouldBe("Rita-2");
    }

    [Fact]
    public async Task Case_25_a_login_in_another_case()
    {
        Review(Rita with { Login = "RITA" }, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_25_a_login_that_another_account_took()
    {
        Host.Allow(new Account(99, "rita", false), "admin");
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "approvals");
    }

    [Fact]
    public async Task Case_45_the_author_of_the_change_on_main_approves_a_pull_request_that_a_bot_opened() =>
        await ShouldNotCountAsync(Dana, "is an author of the change that is released");

    [Fact]
    public async Task Case_45_the_author_of_a_change_before_the_champion_may_approve()
    {
        Review(Olga, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_46_the_one_who_triggered_the_proposal_approves() => await ShouldNotCountAsync(Pat, "triggered the proposal");

    [Fact]
    public async Task A_change_between_the_champions_training_and_its_merge_is_part_of_the_next_release()
    {
        using var scene = new ReleaseScene(between: before => before.Host.Commit("main", Edit, Sam));
        scene.Host.Review(Sam, "APPROVED");

        await scene.ShouldBeAsync(GateDecision.Pending, "approvals", "sam (is an author of the change that is released)");
    }

    [Fact]
    public async Task A_change_in_the_very_commit_that_added_an_imported_champion_is_part_of_the_next_release()
    {
        using var scene = new ReleaseScene(scene => scene.ChangeChampion = document => document with { Origin = ReleaseDocument.Imported, Commit = null });
        scene.Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/data.csv"] = "more"u8.ToArray() }, Olga);
        scene.Host.Review(Bot, "APPROVED");

        (await scene.JudgeAsync()).Facts!.Changes.Select(change => change.Author!.Login).ShouldBe(["olga", "dana", "acme-release[bot]"]);
    }

    [Fact]
    public async Task A_champion_that_names_a_later_commit_than_its_own_hides_no_change()
    {
        ReleaseScene? made = null;
        using var scene = new ReleaseScene(scene => (made = scene).ChangeChampion = document => document with { Commit = new string('0', 39) + "4" });
        scene.Host.Review(Dana, "APPROVED");

        await made!.ShouldBeAsync(GateDecision.Pending, "approvals", "dana (is an author of the change that is released)");
    }

    [Fact]
    public async Task A_champion_that_names_a_commit_which_the_host_does_not_know_was_made_from_nothing()
    {
        using var scene = new ReleaseScene(scene => scene.ChangeChampion = document => document with { Commit = new string('f', 40) });
        scene.Host.Review(Olga, "APPROVED");

        await scene.ShouldBeAsync(GateDecision.Pending, "approvals", "olga (is an author of the change that is released)");
    }

    [Fact]
    public async Task Case_46_known_by_a_login_alone_which_can_be_given_away()
    {
        Propose(new ReleaseProposer(0, "pat"));
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "proposers", "does not say which account pat");
    }

    [Fact]
    public async Task Case_46_a_release_that_does_not_say_who_triggered_it()
    {
        Propose(null);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "proposers");
    }

    [Fact]
    public async Task Who_made_the_release_may_still_object()
    {
        Review(Rita, "APPROVED");
        Review(Dana, "CHANGES_REQUESTED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "objections", "dana requested changes");
    }

    [Fact]
    public async Task Who_may_not_write_cannot_block()
    {
        Host.Allow(Sam, "read");
        Review(Rita, "APPROVED");
        Review(Sam, "CHANGES_REQUESTED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    private static Dictionary<string, byte[]?> Edit => new() { ["models/churn/train.sql"] = "select"u8.ToArray() };

    private void Propose(ReleaseProposer? proposer)
    {
        Scene.Change = document => document with { Proposers = proposer is null ? null : [proposer] };
        Host.ForcePush(Bot, Scene.Files());
    }

    private async Task ShouldNotCountAsync(Account account, string why)
    {
        Review(account, "APPROVED");

        (await VerdictAsync(account)).ShouldSatisfyAllConditions(verdict => verdict.Counts.ShouldBeFalse(), verdict => verdict.Opinion.ShouldBe("approved"), verdict => verdict.Why.ShouldBe(why));
        (await Scene.JudgeAsync()).Checks.Single(check => check.Name == "approvals").Reason.ShouldBe($"0 of 1 needed approval; not counted: {account.Login} ({why})");
    }
}
