namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

/// <summary>Workflows before two linters that others wrote.</summary>
public sealed class WorkflowLintTests(WorkflowLinters linters) : IClassFixture<WorkflowLinters>
{
    [Theory]
    [MemberData(nameof(WorkflowFile.All), MemberType = typeof(WorkflowFile))]
    public async Task Neither_linter_finds_a_fault(string file) => (await linters.FaultsAsync(file, WorkflowFile.Read(file).Text)).ShouldBeEmpty();

    [Theory]
    [InlineData("models")]
    [InlineData("deploy")]
    public async Task Neither_linter_finds_a_fault_in_an_example_of_the_documentation(string name) =>
        (await linters.FaultsAsync($".github/workflows/{name}.yml", WorkflowFile.Example(name))).ShouldBeEmpty();

    [Fact]
    public async Task Both_linters_find_faults()
    {
        const string File = ".github/workflows/ci.yml";

        var faults = await linters.FaultsAsync(File, WorkflowFile.Read(File).Text.Replace("runs-on:", "runs-onn:", StringComparison.Ordinal));

        faults.ShouldStartWith("3: ");
        faults.ShouldContain("actionlint ");
        faults.ShouldContain("languageservice ");
    }

    [Fact]
    public async Task Faults_of_an_action_are_found()
    {
        const string File = ".github/actions/model-pipeline/action.yml";

        (await linters.FaultsAsync(File, WorkflowFile.Read(File).Text.Replace("using: composite", "using: compost", StringComparison.Ordinal))).ShouldStartWith("3: languageservice ");
    }
}
