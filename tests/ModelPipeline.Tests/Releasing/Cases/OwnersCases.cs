using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class OwnersCases : IDisposable
{
    private ReleaseScene? _scene;

    [Theory]
    [InlineData("models/ @rita", GateDecision.Approved)]
    [InlineData("models/ @RITA", GateDecision.Approved)]
    [InlineData("models/ @sam", GateDecision.Pending)]
    [InlineData("models/ @sam @rita", GateDecision.Approved)]
    [InlineData("models/ @sam\nmodels/churn/releases/ @rita", GateDecision.Approved)]
    [InlineData("models/ @rita\n*.json @sam", GateDecision.Pending)]
    [InlineData("models/ @sam\nmodels/churn/releases/", GateDecision.Approved)]
    [InlineData("build/ @sam", GateDecision.Approved)]
    [InlineData("# nobody", GateDecision.Approved)]
    [InlineData("models/ someone@example.com", GateDecision.Indeterminate)]
    [InlineData("models/ someone@example.com @rita", GateDecision.Approved)]
    [InlineData("models/ @sam\n!models/churn/ @rita", GateDecision.Indeterminate)]
    [InlineData("[ab]/ @sam", GateDecision.Indeterminate)]
    [InlineData("models/ sam", GateDecision.Indeterminate)]
    public async Task An_owner_of_every_path_must_approve(string owners, GateDecision decision)
    {
        var scene = Owned(owners);
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        await scene.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "code_owners");
    }

    [Fact]
    public async Task Case_40_owners_are_those_of_the_base_whatever_the_pull_request_says()
    {
        var scene = Owned("models/ @sam\n.github/ @sam");
        scene.Host.Push(new Dictionary<string, byte[]?> { [".github/CODEOWNERS"] = ReleaseScene.Bytes("* @rita") }, ReleaseScene.Bot);
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        var ruling = await scene.ShouldBeAsync(GateDecision.Blocked, "release_folder", "changes '.github/CODEOWNERS'");

        ruling.Checks.Single(check => check.Name == "code_owners").ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Pending),
            check => check.Reason.ShouldContain("'.github/CODEOWNERS' (@sam)"));
    }

    [Fact]
    public async Task Case_40_a_rename_out_of_an_owned_path()
    {
        var scene = Owned("secret/ @sam", ("secret/key.txt", "key"));
        scene.Host.Push(new Dictionary<string, byte[]?> { ["secret/key.txt"] = null, ["open/key.txt"] = ReleaseScene.Bytes("key") }, ReleaseScene.Bot);
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        var ruling = await scene.ShouldBeAsync(GateDecision.Blocked, "release_folder", "'open/key.txt', 'secret/key.txt'");

        ruling.Checks.Single(check => check.Name == "code_owners").Reason.ShouldBe("an owner's approval is missing: 'secret/key.txt' (@sam)");
    }

    [Theory]
    [InlineData(true, GateDecision.Approved)]
    [InlineData(false, GateDecision.Pending)]
    public async Task Case_41_a_team_owns_the_path(bool isMember, GateDecision decision)
    {
        var scene = Owned("models/ @Acme/Risk");
        scene.Host.Teams["Acme/Risk"] = isMember ? [ReleaseScene.Sam, ReleaseScene.Rita] : [ReleaseScene.Sam];
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        await scene.ShouldBeAsync(decision);
    }

    [Fact]
    public async Task Case_41_a_team_whose_members_cannot_be_read()
    {
        var scene = Owned("models/ @acme/risk");
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");
        await scene.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "who owns a path cannot be read");

        scene.Host.Asked = asked =>
        {
            if (asked == "team")
                throw new RemoteException("403");
        };
        await scene.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "(@acme/risk)");
    }

    [Fact]
    public async Task An_owner_whose_approval_does_not_count_is_no_owner_who_approved()
    {
        var scene = Owned("models/ @dana");
        scene.Host.Review(ReleaseScene.Dana, "APPROVED");
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        await scene.ShouldBeAsync(GateDecision.Pending, "code_owners", "@dana");
    }

    [Fact]
    public async Task Owners_that_are_demanded_and_not_named_are_no_owners_who_approved()
    {
        var scene = _scene = new ReleaseScene { Policy = new ReleaseSpec { CodeOwners = true } };
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");

        await scene.ShouldBeAsync(GateDecision.Indeterminate, "code_owners", "the base has no CODEOWNERS");
    }

    [Fact]
    public async Task The_first_place_of_the_file_counts()
    {
        var scene = _scene = new ReleaseScene(each => each.Base["CODEOWNERS"] = ReleaseScene.Bytes("* @sam")) { Policy = new ReleaseSpec { CodeOwners = true } };
        scene.Host.Review(ReleaseScene.Rita, "APPROVED");
        await scene.ShouldBeAsync(GateDecision.Pending, "code_owners");

        scene.Host.Commit("main", new Dictionary<string, byte[]?> { [".github/CODEOWNERS"] = ReleaseScene.Bytes("* @rita") }, ReleaseScene.Olga);
        await scene.ShouldBeAsync(GateDecision.Approved);
    }

    public void Dispose() => _scene?.Dispose();

    private ReleaseScene Owned(string owners, params (string Path, string Text)[] files) => _scene = new ReleaseScene(scene =>
    {
        scene.Base[".github/CODEOWNERS"] = ReleaseScene.Bytes(owners);
        foreach (var (path, text) in files)
            scene.Base[path] = ReleaseScene.Bytes(text);
    })
    {
        Policy = new ReleaseSpec { CodeOwners = true },
    };
}
