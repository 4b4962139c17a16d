using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

/// <summary>The script of release.yml that says what is proposed, in a repository with a model <c>churn</c> and its challenger <c>trees</c>.</summary>
public sealed class SelectModelsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");

    public SelectModelsTests()
    {
        Write("models/churn/model.yaml", "");
        Write("models/churn/challengers/trees.yaml", "");
        Write("output", "");
    }

    [Theory]
    [InlineData("churn", """[{"run":"churn","model":"churn","artifact":"propose-churn"}]""")]
    [InlineData("churn/trees", """[{"run":"churn/trees","model":"churn","artifact":"propose-churn.trees"}]""")]
    public async Task A_model_or_a_challenger_that_is_named_is_proposed(string name, string models) =>
        (await RunAsync(name)).ShouldBe((0, $"models={models}\n"));

    [Theory]
    [InlineData("diamonds")]
    [InlineData("churn/forest")]
    [InlineData("churn/trees/more")]
    [InlineData("Churn")]
    [InlineData("churn; id")]
    [InlineData("../churn")]
    public async Task A_name_of_nothing_fails(string name) => (await RunAsync(name)).ShouldBe((2, ""));

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs the script as GitHub does. Gives its exit code and its outputs.</summary>
    private async Task<(int Code, string Output)> RunAsync(string model)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is of a runner that has bash and jq");
        var step = WorkflowFile.Read(".github/workflows/release.yml").Steps.Single(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "id")) == "models");
        Write("script.sh", WorkflowFile.Scalar(WorkflowFile.Child(step, "run"))!);
        using var process = Process.Start(new ProcessStartInfo("bash", ["-e", PathOf("script.sh")])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
            Environment = { ["MODEL"] = model, ["BEFORE"] = "", ["GITHUB_OUTPUT"] = PathOf("output") },
        })!;
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain("command not found");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, File.ReadAllText(PathOf("output")));
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
