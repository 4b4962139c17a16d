using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Tests.Training;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class RecipeCases : GateCase
{
    private const string Program = "train.py";
    private const string PathOfProgram = $"models/churn/{Program}";

    [Fact]
    public async Task A_recipe_whose_program_is_the_same_at_the_base()
    {
        Propose("leaks");
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData("leaks no more")]
    [InlineData(null)]
    public async Task A_recipe_whose_program_is_another_at_the_base(string? program)
    {
        Propose("leaks");
        Host.Commit("main", new Dictionary<string, byte[]?> { [PathOfProgram] = program is null ? null : ReleaseScene.Bytes(program) }, Dana);
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "another file that its recipe reads");

        ruling.Checks.Single(check => check.Name == "evidence.train").Status.ShouldBe(Status.Failed);
    }

    /// <summary>A base with the program, and a release whose evidence is of it.</summary>
    private void Propose(string program)
    {
        Host.Commit("main", new Dictionary<string, byte[]?> { [PathOfProgram] = ReleaseScene.Bytes(program) }, Dana);
        var folder = Scene.Judged.Folder;
        folder.Engine = new FakeEngine { RecipeFiles = [Program] };
        File.WriteAllText(Path.Combine(folder.Spec.Folder, Program), program);
        foreach (var step in StepNames.Required)
            Scene.Judged.Leave(step);
        Scene.Change = document => document with { Spec = folder.Run().SpecDigest };
        Host.ForcePush(Bot, Scene.Files());
    }
}
