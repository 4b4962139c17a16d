using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Tests.Reporting;
using ModelPipeline.Git;
using ModelPipeline.Linear;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline;
using NSubstitute.ExceptionExtensions;
using NSubstitute;

namespace Cake.Frosting.ModelPipeline.Tests.Hosting;

public sealed class PullRequestModelsTests
{
    private static readonly IReadOnlyList<ModelRun> Runs = [Run("churn"), Run("penguins")];
    private readonly FakeHost _host = new();

    [Fact]
    public async Task A_release_in_a_pull_request_narrows_the_run_to_its_model()
    {
        Changing("README.md", "models/penguins/releases/1.1.0/release.json");

        (await NarrowAsync()).ShouldBe([Runs[1]]);
    }

    [Theory]
    [InlineData("models/churn/model.yaml")]
    [InlineData("other/churn/releases/1.1.0/release.json")]
    public async Task Where_none_is_found_the_gate_judges_every_model_and_says_so(string path)
    {
        Changing(path);

        (await NarrowAsync()).ShouldBe(Runs);
    }

    [Fact]
    public async Task Where_the_pull_request_cannot_be_read_the_gate_judges_every_model_and_says_so()
    {
        _host.PullRequests.ChangedFilesAsync(12, Arg.Any<CancellationToken>()).ThrowsAsync(new RemoteException("502 Bad Gateway"));

        (await NarrowAsync()).ShouldBe(Runs);
    }

    private Task<IReadOnlyList<ModelRun>> NarrowAsync() => PullRequestModels.NarrowAsync(_host, 12, Runs, TestContext.Current.CancellationToken);

    private void Changing(params string[] paths) =>
        _host.PullRequests.ChangedFilesAsync(12, Arg.Any<CancellationToken>()).Returns([.. paths.Select(path => new ChangedFile(path, null))]);

    private static ModelRun Run(string name)
    {
        var engine = new LinearEngine();
        var spec = new SpecReader([engine]).Read(Path.Combine(Repository.Root, "models", name, "model.yaml")).Spec!;
        return new ModelRun(spec, new EngineCatalog([engine]), new RunOptions { Workspace = "nowhere", Repository = Repository.Root }, new ToolIdentity("0", Digest.Of("")), champion: null, baseline: null);
    }
}
