using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Releasing;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class OwnersCases : GateCase
{
    [Theory]
    [InlineData("models/ @rita", GateDecision.Approved)]
    [InlineData("models/ @RITA", GateDecision.Approved)]
    [InlineData("models/ @sam", GateDecision.Pending)]
    [InlineData("models/ @rita\n*.json @sam", GateDecision.Pending)]
    [InlineData("models/ @sam\nmodels/churn/releases/", GateDecision.Approved)]
    [InlineData("models/ sam", GateDecision.Indeterminate)]
    public async Task Case_40_an_owner_of_every_path_must_approve(string owners, GateDecision decision)
    {
        await OwnAsync(owners);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "code_owners");
    }

    [Fact]
    public async Task Case_40_owners_are_those_of_the_base_whatever_the_pull_request_says()
    {
        await OwnAsync("models/ @sam\n.github/ @sam");
        World.Push(new() { { ".github/CODEOWNERS", "* @rita" } });
        Review(Rita, "APPROVED");

        var ruling = await World.ShouldBeAsync(GateDecision.Blocked, "release_folder", "changes '.github/CODEOWNERS'");

        ruling.Checks.Single(check => check.Name == "code_owners").ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Pending),
            check => check.Reason.ShouldContain("'.github/CODEOWNERS' (@sam)"));
    }

    [Fact]
    public async Task Case_40_a_rename_out_of_an_owned_path()
    {
        await OwnAsync("secret/ @sam", ("secret/key.txt", "key"));
        World.Push(new() { { "secret/key.txt", (byte[]?)null }, { "open/key.txt", "key" } });
        Review(Rita, "APPROVED");

        var ruling = await World.ShouldBeAsync(GateDecision.Blocked, "release_folder", "'open/key.txt', 'secret/key.txt'");

        ruling.Checks.Single(check => check.Name == "code_owners").Reason.ShouldBe("an owner's approval is missing: 'secret/key.txt' (@sam)");
    }

    [Fact]
    public async Task Case_40_a_rename_that_GitHub_does_not_say_from_where()
    {
        await OwnAsync("secret/ @sam", ("secret/key.txt", "key"));
        World.Push(new() { { "secret/key.txt", (byte[]?)null }, { "open/key.txt", "key" } });
        Review(Rita, "APPROVED");
        GitHub.Faults = request => request.Path.EndsWith("/files", StringComparison.Ordinal) ? Fault.Rewrite(body => body.Replace("\"previous_filename\"", "\"old\"", StringComparison.Ordinal)) : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "from where");
    }

    [Theory]
    [InlineData(true, GateDecision.Approved)]
    [InlineData(false, GateDecision.Pending)]
    public async Task Case_41_a_team_owns_the_path(bool isMember, GateDecision decision)
    {
        await OwnAsync("models/ @Acme/Risk");
        GitHub.Team("acme", "risk", isMember ? [Sam, Rita] : [Sam]);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(decision);
    }

    [Fact]
    public async Task Case_41_a_member_at_position_101()
    {
        await OwnAsync("models/ @acme/risk");
        GitHub.Team("acme", "risk", [.. Enumerable.Range(0, 100).Select(number => GitHub.User($"member-{number}")), Rita]);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_41_a_hidden_team()
    {
        await OwnAsync("models/ @acme/risk");
        GitHub.Team("acme", "risk", [Rita], isHidden: true);
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "who owns a path cannot be read");
    }

    [Fact]
    public async Task Case_41_a_token_that_may_not_read_members()
    {
        await OwnAsync("models/ @acme/risk");
        GitHub.Team("acme", "risk", [Rita]);
        World.Use(GitHub.ActionsToken(GitHubAccess.Write, "members"));
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "(@acme/risk)");
    }

    [Fact]
    public async Task Case_41_a_team_whose_second_page_fails()
    {
        await OwnAsync("models/ @acme/risk");
        GitHub.Team("acme", "risk", [.. Enumerable.Range(0, 100).Select(number => GitHub.User($"member-{number}")), Rita]);
        Review(Rita, "APPROVED");
        GitHub.Faults = request => request.Path.EndsWith("/members", StringComparison.Ordinal) && request.Query.GetValueOrDefault("page") == "2" ? Fault.Refuse(404) : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "(@acme/risk)");
    }

    private async Task OwnAsync(string owners, params (string Path, string Text)[] files)
    {
        await RestartAsync(scene =>
        {
            scene.Base[".github/CODEOWNERS"] = ReleaseScene.Bytes(owners);
            foreach (var (path, text) in files)
                scene.Base[path] = ReleaseScene.Bytes(text);
        });
        Policy = new ReleaseSpec { CodeOwners = true };
    }
}
