using ModelPipeline.Evidence;
using ModelPipeline.Registry;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class ImportReleaseTests
{
    [Fact]
    public async Task A_first_release_is_imported_once_and_is_the_champion_from_then_on()
    {
        using var repository = await VerifiedModel.CopyAsync();
        var model = Path.GetDirectoryName(repository.Spec("penguins"))!;

        var first = await repository.RunAsync("--target=ImportRelease", "--release-version=1.2.0");

        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("version 1.2.0 in releases/1.2.0: commit it");
        var champion = ReleaseCatalog.Champion(model).ShouldNotBeNull();
        champion.Version.ShouldBe(new SemanticVersion(1, 2, 0));
        File.ReadAllText(Path.Combine(champion.Folder, "MODEL_CARD.md")).ShouldContain("- origin: imported");

        var second = await repository.RunAsync("--target=ImportRelease", "--release-version=2.0.0");

        second.ExitCode.ShouldBe(2, second.Output);
        second.Output.ShouldContain("penguins has a release already (1.2.0): only a model's very first one is imported");
        ReleaseCatalog.Read(model).ShouldHaveSingleItem();

        var third = await repository.RunAsync("--target=Train");

        third.ExitCode.ShouldBe(0, third.Output);
        repository.Evidence("penguins").Read(StepNames.Train).ShouldNotBeNull().Baseline.ShouldBe(new Baseline("1.2.0", champion.Digest));
    }

    [Fact]
    public async Task A_candidate_that_did_not_pass_is_not_released()
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "accuracy: { threshold: 0.95,", "accuracy: { threshold: 1.0,");

        var run = await repository.RunAsync("--target=ImportRelease");

        run.ExitCode.ShouldBe(3, run.Output);
        ReleaseCatalog.Read(Path.GetDirectoryName(repository.Spec("penguins"))!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bundle_that_was_trained_elsewhere_may_be_the_candidate()
    {
        using var repository = new ModelRepository("penguins");
        (await repository.RunAsync("--target=Train")).ExitCode.ShouldBe(0);
        var elsewhere = Path.Combine(repository.Folder, "given");
        Directory.Move(Path.Combine(repository.Workspace, "penguins", "bundle"), elsewhere);

        var run = await repository.RunAsync("--target=Evaluate", "--candidate=given");

        run.ExitCode.ShouldBe(0, run.Output);
        repository.Evidence("penguins").Read(StepNames.Train).ShouldNotBeNull().Facts["origin"].ShouldBe("given bundle");
    }
}
