using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using Shared.GitHub;
using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class EligibilityCases : GateCase
{
    private static readonly GitSignature Nobody = new("nobody", "nobody@example.com", DateTimeOffset.UnixEpoch);

    [Fact]
    public Task Case_13_the_author_of_the_pull_request_approves() => ShouldNotCountAsync(World.Bot, "opened the pull request");

    [Fact]
    public async Task Case_14_who_pushed_last_approves()
    {
        World.ForcePush(World.ChangedFiles(), by: Rita, author: World.Bot.SignatureAt(World.Now));

        await ShouldNotCountAsync(Rita, "pushed last");
    }

    [Fact]
    public async Task Case_15_a_committer_approves()
    {
        World.Push(World.ChangedFiles(), committer: Rita.SignatureAt(World.Now));

        await ShouldNotCountAsync(Rita, "is the committer of a commit of the pull request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_16_a_commit_without_an_account(bool isAuthor)
    {
        var bot = World.Bot.SignatureAt(World.Now);
        World.Push(World.ChangedFiles(), author: isAuthor ? Nobody : bot, committer: isAuthor ? bot : Nobody);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "commits", $"no account is known for the author or committer of {World.Request.Head[..12]}");
    }

    [Fact]
    public async Task Case_16_a_commit_of_the_change_without_an_account()
    {
        World.Pass();
        World.Models.Push("main", new() { { "models/churn/notes.md", "x" } }, Sam, author: Nobody);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "commits", "no account is known");
    }

    [Fact]
    public async Task Case_17_a_commit_with_anothers_e_mail_takes_that_persons_approval_and_gives_none()
    {
        World.Push(World.ChangedFiles(), by: Sam, author: Rita.SignatureAt(World.Now));
        Review(Rita, "APPROVED");
        Review(Sam, "APPROVED");

        (await World.VerdictAsync(Rita)).Why.ShouldBe("is the author of a commit of the pull request");
        (await World.VerdictAsync(Sam)).Why.ShouldBe("pushed last");
        await World.ShouldBeAsync(GateDecision.Pending, "approvals");
    }

    [Fact]
    public Task Case_18_a_bot_approves() => ShouldNotCountAsync(GitHub.App("friendly").Bot, "is a bot that release.bots does not list");

    [Fact]
    public Task Case_19_the_workflows_own_bot_approves() => ShouldNotCountAsync(GitHub.Actions.Bot, "is a bot that release.bots does not list");

    [Fact]
    public async Task Case_20_of_a_listed_bot_GitHub_does_not_say_what_it_may_do()
    {
        Policy = new ReleaseSpec { Bots = ["Friendly[bot]"] };
        Review(GitHub.App("friendly").Bot, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "friendly[bot]");
    }

    [Theory]
    [InlineData(GitHubAccess.Read)]
    [InlineData(GitHubAccess.Triage)]
    [InlineData(GitHubAccess.None)]
    internal Task Case_21_who_may_only_read_approves(GitHubAccess access)
    {
        World.Models.Grant(Rita, access);

        return ShouldNotCountAsync(Rita, "approved this very head, but may not write to the repository");
    }

    [Theory]
    [InlineData(GitHubAccess.Write)]
    [InlineData(GitHubAccess.Maintain)]
    [InlineData(GitHubAccess.Admin)]
    internal async Task Case_22_a_private_member_shown_as_contributor_counts_by_permission(GitHubAccess access)
    {
        World.Models.Grant(Rita, access);
        ShowAs("CONTRIBUTOR");
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_22_a_member_who_may_only_read_does_not_count_by_association()
    {
        World.Models.Grant(Rita, GitHubAccess.Read);
        ShowAs("MEMBER");

        await ShouldNotCountAsync(Rita, "approved this very head, but may not write to the repository");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Case_23_a_permission_that_cannot_be_read(int status)
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => IsPermission(request, "rita") ? Fault.Refuse(status) : null;

        var ruling = await World.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "rita approved this very head, but what the account may do in the repository cannot be read");

        ruling.Reviewers.ShouldHaveSingleItem().Counts.ShouldBeFalse();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Case_23_of_a_person_who_requests_changes(int status)
    {
        Review(Rita, "APPROVED");
        Review(Sam, "CHANGES_REQUESTED");
        GitHub.Faults = request => IsPermission(request, "sam") ? Fault.Refuse(status) : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "objections", "sam requested changes");
    }

    [Fact]
    public async Task Case_23_one_lost_answer_is_read_again()
    {
        Review(Rita, "APPROVED");
        var lost = 0;
        GitHub.Faults = request => IsPermission(request, "rita") && lost++ == 0 ? Fault.Refuse(500) : null;

        await World.ShouldBeAsync(GateDecision.Approved);
        lost.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"id\"", "\"identity\"")]
    [InlineData("\"permission\"", "\"permit\"")]
    [InlineData("\"user\"", "\"person\"")]
    [InlineData("\"write\"", "\"superuser\"")]
    [InlineData("{", "[")]
    public async Task Case_23_an_answer_that_lacks_something(string text, string damaged)
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => IsPermission(request, "rita") ? Fault.Rewrite(body => body.Replace(text, damaged, StringComparison.Ordinal)) : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "cannot be read");
    }

    [Theory]
    [InlineData("\"role_name\"", "\"role\"")]
    [InlineData("\"role_name\":\"write\"", "\"role_name\":\"none\"")]
    public Task The_name_of_a_role_takes_nothing_away(string text, string damaged) => ShouldBeAfterAsync(GitHubAccess.Write, text, damaged, GateDecision.Approved);

    [Theory]
    [InlineData("write")]
    [InlineData("admin")]
    public Task The_name_of_a_role_gives_nothing(string role) => ShouldBeAfterAsync(GitHubAccess.Read, "\"role_name\":\"read\"", $"\"role_name\":\"{role}\"", GateDecision.Pending);

    [Theory]
    [InlineData(GitHubDeletion.Null)]
    [InlineData(GitHubDeletion.Ghost)]
    internal async Task Case_24_the_review_of_a_deleted_account_is_ignored(GitHubDeletion shownAs)
    {
        var gone = World.Person("gone", 60);
        Review(gone, "APPROVED", "CHANGES_REQUESTED");
        GitHub.Delete(gone, shownAs);
        (await World.ShouldBeAsync(GateDecision.Pending, "approvals")).Reviewers.ShouldBeEmpty();

        Review(Rita, "APPROVED");
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData(GitHubDeletion.Null)]
    [InlineData(GitHubDeletion.Ghost)]
    internal async Task Case_24_the_account_that_made_the_change_is_deleted(GitHubDeletion shownAs)
    {
        GitHub.Delete(World.Dana, shownAs);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "commits", "no account is known");
    }

    [Theory]
    [InlineData(GitHubDeletion.Null)]
    [InlineData(GitHubDeletion.Ghost)]
    internal async Task Case_24_the_account_that_opened_the_pull_request_is_deleted(GitHubDeletion shownAs)
    {
        GitHub.Delete(World.Bot, shownAs);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "is not known any more");
    }

    [Fact]
    public async Task Case_25_a_login_that_was_changed_is_the_same_reviewer()
    {
        Review(Rita, "CHANGES_REQUESTED");
        GitHub.Rename(Rita, "Rita-2");
        Review(Rita, "APPROVED");

        (await World.ShouldBeAsync(GateDecision.Approved)).Reviewers.ShouldHaveSingleItem().Login.ShouldBe("Rita-2");
    }

    [Fact]
    public async Task Case_25_a_new_login_does_not_free_who_triggered_the_proposal()
    {
        GitHub.Rename(World.Pat, "patricia");

        await ShouldNotCountAsync(World.Pat, "triggered the proposal");
    }

    [Fact]
    public async Task Case_25_a_login_in_another_case()
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => request.Path.EndsWith("/reviews", StringComparison.Ordinal) ? Fault.Rewrite(body => body.Replace("\"rita\"", "\"RITA\"", StringComparison.Ordinal)) : null;

        (await World.ShouldBeAsync(GateDecision.Approved)).Reviewers.ShouldHaveSingleItem().Login.ShouldBe("RITA");
    }

    [Fact]
    public async Task Case_25_a_login_that_another_account_took_while_it_was_read()
    {
        World.Models.Grant(Rita, GitHubAccess.Read);
        Review(Rita, "APPROVED");
        GitHub.OnBefore = request =>
        {
            if (!IsPermission(request, "rita") || Rita.Login != "rita")
                return;
            GitHub.Rename(Rita, "rita-2");
            World.Person("rita", 99, GitHubAccess.Admin);
        };

        await World.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "cannot be read");
    }

    [Fact]
    public Task Case_45_the_author_of_the_change_on_main_approves_a_pull_request_that_a_bot_opened() =>
        ShouldNotCountAsync(World.Dana, "is an author of the change that is released");

    [Fact]
    public async Task Case_45_the_author_of_a_change_before_the_champion_may_approve()
    {
        Review(World.Olga, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_45_the_author_of_the_change_far_down_the_history()
    {
        for (var change = 0; change < 101; change++)
            World.Models.Push("main", new() { { "models/churn/notes.md", $"{change}" } }, World.Olga);

        await ShouldNotCountAsync(World.Dana, "is an author of the change that is released");
    }

    [Fact]
    public Task Case_46_the_one_who_triggered_the_proposal_approves() => ShouldNotCountAsync(World.Pat, "triggered the proposal");

    /// <summary>Asserts what an approval of Rita's is worth where the answer on her permission says something else in one place.</summary>
    private async Task ShouldBeAfterAsync(GitHubAccess access, string text, string other, GateDecision decision)
    {
        World.Models.Grant(Rita, access);
        Review(Rita, "APPROVED");
        var isSaid = false;
        GitHub.Faults = request => IsPermission(request, "rita") ? Fault.Rewrite(Other) : null;

        await World.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "approvals");
        isSaid.ShouldBeTrue();

        string Other(string body)
        {
            isSaid = body.Contains(text, StringComparison.Ordinal);
            return body.Replace(text, other, StringComparison.Ordinal);
        }
    }

    private static bool IsPermission(FakeRequest request, string login) => request.Path.EndsWith($"/collaborators/{login}/permission", StringComparison.Ordinal);

    private void ShowAs(string association) => GitHub.Faults = request => request.Path.EndsWith("/reviews", StringComparison.Ordinal)
        ? Fault.Rewrite(body => body.Replace("\"COLLABORATOR\"", $"\"{association}\"", StringComparison.Ordinal))
        : null;
}
