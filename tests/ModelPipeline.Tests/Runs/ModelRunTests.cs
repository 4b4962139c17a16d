using ModelPipeline.Evidence;

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
    }

    [Fact]
    public void Everything_of_a_model_is_written_below_its_own_folder()
    {
        var workspace = _folder.Run().Workspace;

        workspace.Folder.ShouldBe(Path.Combine(_folder.Workspace, "churn"));
        string[] paths = [workspace.Bundle, workspace.Provenance, workspace.ModelCard, workspace.Evidence.PathOf(StepNames.Train)];
        paths.Select(path => Path.GetRelativePath(workspace.Folder, path).Replace('\\', '/'))
            .ShouldBe(["bundle", "provenance.json", "reports/MODEL_CARD.md", "evidence/train.json"]);
    }

    public void Dispose() => _folder.Dispose();
}
