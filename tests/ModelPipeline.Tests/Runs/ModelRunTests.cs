using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Runs;

public sealed class ModelRunTests : IDisposable
{
    private readonly PipelineFolder _folder = new();

    [Fact]
    public void The_data_are_read_once()
    {
        var run = _folder.Run();
        var first = run.ReadData(TestContext.Current.CancellationToken);
        _folder.DeleteData();

        run.ReadData(TestContext.Current.CancellationToken).ShouldBeSameAs(first);
        run.Inputs.Data.ShouldBe(first.Rows.Dataset.Digest);
    }

    [Fact]
    public void Evidence_of_another_file_of_the_recipe_is_not_current()
    {
        var without = _folder.Run().Inputs.Spec;
        _folder.Engine = new FakeEngine { RecipeFiles = ["train.py"] };
        var program = Path.Combine(_folder.Spec.Folder, "train.py");
        var absent = _folder.Run().Inputs.Spec;
        File.WriteAllText(program, "leaks");
        var old = _folder.Run().Inputs.Spec;
        File.WriteAllText(program, "leaks no more");

        Digest[] digests = [without, absent, old, _folder.Run().Inputs.Spec];

        without.ShouldBe(_folder.Spec.Digest);
        digests.ShouldBeUnique();
    }

    [Fact]
    public void A_challenger_has_a_workspace_of_its_own_below_the_models_and_shares_the_image_cache()
    {
        var model = _folder.Run().Workspace;
        _folder.Spec = _folder.Spec with { Challenger = new ChallengerSpec("trees", null, ["train"]) };

        var challenger = _folder.Run().Workspace;

        challenger.Folder.ShouldBe(Path.Combine(model.Folder, "challengers", "trees"));
        challenger.ImageCache.ShouldBe(model.ImageCache);
    }

    [Fact]
    public void Data_that_change_while_the_run_goes_on_are_refused()
    {
        var run = _folder.Run();
        _ = run.DataDigest;
        _folder.WriteData(seed: 1);

        Should.Throw<InputException>(() => run.ReadData(TestContext.Current.CancellationToken))
            .Message.ShouldBe("The data changed while the run was going on: run it again.");
    }

    [Fact]
    public void Data_that_cannot_be_read_have_no_digest()
    {
        _folder.DeleteData();
        var run = _folder.Run();

        run.Inputs.Data.ShouldBeNull();
        Should.Throw<InputException>(() => run.DataDigest).Message.ShouldContain("data.csv");
    }

    [Fact]
    public void The_champion_is_the_baseline()
    {
        _folder.Run().Champion.ShouldBeNull();
        _folder.Champion = PipelineFolder.Released("champion");

        _folder.Run().Champion.ShouldBe(new Baseline("1.0.0", Digest.Of("champion")));
        _folder.Run().Baseline.ShouldBe(_folder.Run().Champion);
    }

    [Fact]
    public void Another_baseline_leaves_the_champion_what_it_is()
    {
        _folder.Champion = PipelineFolder.Released("champion");
        _folder.Baseline = new BaselineBundle(new Baseline("unreleased", Digest.Of("other")), "nowhere");
        var run = _folder.Run();

        run.Champion.ShouldBe(new Baseline("1.0.0", Digest.Of("champion")));
        run.Baseline.ShouldBe(new Baseline("unreleased", Digest.Of("other")));
        run.IsCurrent(_folder.Leave(StepNames.Train)).ShouldBeTrue();
        run.IsCurrent(_folder.Leave(StepNames.Train, change: evidence => evidence with { Baseline = run.Champion })).ShouldBeFalse();
    }

    [Fact]
    public void The_baselines_bundle_is_unpacked_into_the_workspace()
    {
        var released = WriteBundle(_folder["released"]);
        var release = new ReleasedVersion(new SemanticVersion(1, 0, 0), released.Digest, _folder["releases/1.0.0"]);
        Directory.CreateDirectory(release.Folder);
        File.WriteAllBytes(Path.Combine(release.Folder, BundleArchive.FileName), BundleArchive.Pack(released.Folder));

        _folder.Run().OpenBaseline().ShouldBeNull();
        _folder.Champion = release;
        var bundle = _folder.Run().OpenBaseline().ShouldNotBeNull();

        bundle.Digest.ShouldBe(released.Digest);
        bundle.Folder.ShouldBe(_folder.Run().Workspace.Baseline);
    }

    [Fact]
    public void The_candidate_is_the_bundle_that_Train_left_and_no_other()
    {
        var run = _folder.Run();
        run.CandidateDigest.ShouldBeNull();
        Should.Throw<InputException>(run.OpenCandidate).Message.ShouldContain("Run the target Train");
        var bundle = WriteBundle(run.Workspace.Bundle);
        Should.Throw<InputException>(run.OpenCandidate).Message.ShouldContain("is not the one that Train left: run the target Train.");
        _folder.Leave(StepNames.Train, change: evidence => evidence with { Candidate = bundle.Digest });

        run.CandidateDigest.ShouldBe(bundle.Digest);
        run.OpenCandidate().Digest.ShouldBe(bundle.Digest);

        File.AppendAllText(Path.Combine(bundle.Folder, "fake.bin"), "!");
        Should.Throw<InputException>(run.OpenCandidate).Message.ShouldContain("is not the one that Train left");
    }

    [Fact]
    public void Everything_of_a_model_is_written_below_its_own_folder()
    {
        var workspace = _folder.Run().Workspace;

        workspace.Folder.ShouldBe(Path.Combine(_folder.Workspace, "churn"));
        string[] paths = [workspace.Bundle, workspace.Baseline, workspace.Provenance, workspace.ModelCard, workspace.Evidence.PathOf(StepNames.Train)];
        paths.Select(path => Path.GetRelativePath(workspace.Folder, path).Replace('\\', '/'))
            .ShouldBe(["bundle", "baseline", "provenance.json", "reports/MODEL_CARD.md", "evidence/train.json"]);
    }

    public void Dispose() => _folder.Dispose();

    private static ModelBundle WriteBundle(string folder) =>
        ModelBundle.Write(folder, new FakeModel(new FakeScorer(Manifests.Full.Signature, x => x)), Manifests.Full, _ => { });
}
