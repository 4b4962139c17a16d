using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class ChallengerCases : GateCase
{
    private const string File = "models/churn/challengers/trees.yaml";
    private static readonly TrainSpec Train = new() { Engine = "fake", Trainer = "guess", Seed = Manifests.Full.Seed, Parameters = Manifests.Full.Parameters };
    private static readonly byte[] Bytes = ReleaseScene.Bytes("challenger");

    [Fact]
    public async Task A_challenger_is_judged_by_its_file_at_the_base()
    {
        Propose(Bytes);
        Review(Rita, "APPROVED");

        (await Scene.ShouldBeAsync(GateDecision.Approved)).Spec.ShouldNotBeNull().Id.ShouldBe("churn/trees");
    }

    [Fact]
    public async Task A_challenger_whose_file_is_another_at_the_base()
    {
        Propose(Bytes);
        Host.Commit("main", new Dictionary<string, byte[]?> { [File] = ReleaseScene.Bytes("weaker") }, Dana);
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "is of another model.yaml or challengers/trees.yaml than the base's");

        ruling.Checks.Single(check => check.Name == "evidence.evaluate").Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public async Task A_challenger_whose_file_the_pull_request_itself_changes()
    {
        Propose(Bytes, new Dictionary<string, byte[]?> { [File] = ReleaseScene.Bytes("weaker") });
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "release_folder", $"this one changes '{File}'");
    }

    [Fact]
    public async Task A_challenger_that_the_base_does_not_have()
    {
        Scene.Change = document => document with { Challenger = "trees" };
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files()) { [File] = Bytes });
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", $"there is no {File} at the base");
    }

    [Theory]
    [InlineData("../../other")]
    [InlineData("")]
    [InlineData("a\nb")]
    public async Task A_challenger_of_a_name_that_is_none(string name)
    {
        Scene.Change = document => document with { Challenger = name };
        Host.ForcePush(Bot, Scene.Files());
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "which is no name of one");
    }

    [Fact]
    public async Task A_release_that_hides_its_challenger_is_of_another_spec()
    {
        Propose(Bytes);
        Scene.Change = document => document with { Spec = Digest.Of(Bytes) };
        Host.ForcePush(Bot, Scene.Files());
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "is of another model.yaml than the base's");
    }

    [Fact]
    public async Task Who_wrote_the_challenger_below_a_champion_of_another_recipe_may_not_approve_its_release()
    {
        Host.Commit("main", new Dictionary<string, byte[]?> { [File] = ReleaseScene.Bytes("draft") }, Sam);
        Scene.Release("1.0.1", []);
        Scene.Judged.Folder.Champion = Scene.Judged.Folder.Champion! with { Version = new SemanticVersion(1, 0, 1) };
        Propose(Bytes);
        Review(Sam, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Pending);

        (await VerdictAsync(Sam)).Counts.ShouldBeFalse();
        Review(Rita, "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task A_bundle_of_another_recipe_than_the_challengers_file()
    {
        Propose(Bytes);
        Scene.Judged.Folder.Spec = Scene.Judged.Folder.Spec with { Train = new TrainSpec { Engine = "fake", Trainer = "guess", Seed = 1, Parameters = Manifests.Full.Parameters } };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "is of a bundle that is not of challengers/trees.yaml: its seed is -9223372036854775808, the spec's 1");
    }

    /// <summary>A base with the challenger, and a release of it whose evidence is of its spec.</summary>
    private void Propose(byte[] challenger, Dictionary<string, byte[]?>? more = null)
    {
        Host.Commit("main", new Dictionary<string, byte[]?> { [File] = challenger }, Olga);
        Scene.Judged.Folder.Spec = Scene.Judged.Folder.Spec with { Digest = Digest.Of(challenger), Train = Train };
        foreach (var step in StepNames.Required)
            Scene.Judged.Leave(step);
        Scene.Change = document => document with { Challenger = "trees", Spec = Digest.Of(challenger) };
        Host.ForcePush(Bot, new Dictionary<string, byte[]?>(Scene.Files().Concat(more ?? [])));
    }
}
