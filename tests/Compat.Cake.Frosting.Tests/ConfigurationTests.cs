using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

[Collection(ProcessWideState.Name)]
public sealed class ConfigurationTests : IDisposable
{
    private const string Variable = "CAKE_SAMPLE_KEY";

    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("frosting-").FullName;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_key_that_nobody_sets_has_no_value() => ValueOf(HostRun.Of(typeof(Default))).ShouldBe("nothing");

    [Fact]
    public void The_last_setting_of_the_host_counts() =>
        ValueOf(HostRun.Of(typeof(Default)).Configured(host => host
            .UseCakeSetting("Sample_Key", "first")
            .UseCakeSetting("sample_key", "last"))).ShouldBe("last");

    [Fact]
    public void The_environment_wins_over_the_host()
    {
        Environment.SetEnvironmentVariable(Variable, "environment");

        ValueOf(Configured()).ShouldBe("environment");
    }

    [Fact]
    public void The_file_of_the_working_directory_wins_over_the_environment()
    {
        Environment.SetEnvironmentVariable(Variable, "environment");
        WriteFile();

        ValueOf(Configured()).ShouldBe("file");
    }

    [Theory]
    [InlineData("--sample_key=line")]
    [InlineData("--Sample_Key", "line")]
    public void The_command_line_wins_over_everything(params string[] arguments)
    {
        Environment.SetEnvironmentVariable(Variable, "environment");
        WriteFile();

        ValueOf(Configured(), arguments).ShouldBe("line");
    }

    private static HostRun Configured() =>
        HostRun.Of(typeof(Default)).Configured(host => host.UseCakeSetting("Sample_Key", "host"));

    private void WriteFile() => File.WriteAllText(Path.Combine(_folder, "cake.config"), "[Sample]\nKey=file\n");

    private string ValueOf(HostRun run, params string[] arguments) =>
        run.Run([.. arguments, "--working", _folder]).Journal.Lines.ShouldHaveSingleItem();

    private sealed class Default(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.Configuration.GetValue("SAMPLE_KEY") ?? "nothing");
    }
}
