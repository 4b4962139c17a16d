using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

/// <summary>The script of release.yml that finds a release's pull request, with an API that answers from a file.</summary>
public sealed class WhichRequestTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");

    [Theory]
    [InlineData("release/churn-1.2.0", "churn")]
    [InlineData("release/churn-2-10.0.0", "churn-2")]
    [InlineData("release/a-1-0.0.1", "a-1")]
    public async Task The_branch_of_an_event_names_pull_request_and_model(string branch, string model)
    {
        var (code, output, asked) = await RunAsync($"[{Request(41, branch)}]", branch: branch);

        code.ShouldBe(0, output);
        output.ShouldBe($"pull_request=41\nmodel={model}\n");
        asked.ShouldBe($"api --method GET repos/acme/models/pulls --raw-field state=open --raw-field head=acme:{branch}\n");
    }

    [Fact]
    public async Task A_named_pull_request_has_its_model_from_its_own_branch()
    {
        var (code, output, asked) = await RunAsync(Request(41, "release/churn-1.2.0"), number: "41");

        code.ShouldBe(0, output);
        output.ShouldBe("pull_request=41\nmodel=churn\n");
        asked.ShouldBe("api repos/acme/models/pulls/41\n");
    }

    [Theory]
    [InlineData("release/churn")]
    [InlineData("release/-churn-1.0.0")]
    [InlineData("release/Churn-1.0.0")]
    [InlineData("release/churn-1.0")]
    [InlineData("release/churn-01.0.0")]
    [InlineData("release/churn-1.0.0-rc")]
    [InlineData("release/churn;id-1.0.0")]
    [InlineData("other/release/churn-1.0.0")]
    public async Task A_branch_of_another_form_is_no_release(string branch)
    {
        (await RunAsync($"[{Request(41, branch)}]", branch: branch)).ShouldBe((0, "", $"api --method GET repos/acme/models/pulls --raw-field state=open --raw-field head=acme:{branch}\n"));
        (await RunAsync(Request(41, branch), number: "41")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_branch_without_a_pull_request_of_this_repository_is_nothing_to_judge()
    {
        (await RunAsync("[]")).Output.ShouldBe("");
        (await RunAsync($"[{Request(41, "release/churn-1.0.0", "mallory/models")}]")).Output.ShouldBe("");
        (await RunAsync("""[{"number":41,"head":{"ref":"release/churn-1.0.0","repo":null}}]""")).Output.ShouldBe("");
        (await RunAsync(Request(41, "release/churn-1.0.0", "mallory/models"), number: "41")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Several_pull_requests_of_one_branch_need_a_number()
    {
        var (code, output, _) = await RunAsync($"[{Request(41, "release/churn-1.0.0")},{Request(42, "release/churn-1.0.0")}]");

        code.ShouldBe(2);
        output.ShouldBe("");
    }

    [Theory]
    [InlineData("41; id")]
    [InlineData("../issues")]
    [InlineData("0")]
    public async Task What_is_no_number_is_asked_for_nowhere(string number)
    {
        var (code, _, asked) = await RunAsync("{}", number: number);

        code.ShouldBe(2);
        asked.ShouldBe("");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Request(int number, string branch, string repository = "acme/models") =>
        $$"""{ "number": {{number}}, "head": { "ref": "{{branch}}", "repo": { "full_name": "{{repository}}" } } }""";

    /// <summary>Runs the script as GitHub does. Gives its exit code, its outputs and what it asked the API for.</summary>
    private async Task<(int Code, string Output, string Asked)> RunAsync(string answer, string branch = "release/churn-1.0.0", string number = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is of a runner that has bash and jq");
        var script = WorkflowFile.Read(".github/workflows/release.yml").Steps.Single(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "id")) == "request");
        Write("script.sh", WorkflowFile.Scalar(WorkflowFile.Child(script, "run"))!);
        Write("answer.json", answer);
        Write("asked", "");
        Write("output", "");
        Write("gh", $"#!/bin/sh\necho \"$@\" >> '{PathOf("asked")}'\ncat '{PathOf("answer.json")}'\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathOf("gh"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        using var process = Process.Start(new ProcessStartInfo("bash", ["-e", PathOf("script.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
                ["GITHUB_REPOSITORY"] = "acme/models",
                ["GITHUB_REPOSITORY_OWNER"] = "acme",
                ["GITHUB_OUTPUT"] = PathOf("output"),
                ["BRANCH"] = number.Length > 0 ? "" : branch,
                ["NUMBER"] = number,
            },
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await error).ShouldNotContain("command not found");
        return (process.ExitCode, File.ReadAllText(PathOf("output")), File.ReadAllText(PathOf("asked")));
    }

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
