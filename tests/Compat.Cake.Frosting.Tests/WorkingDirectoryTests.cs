using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

[Collection(ProcessWideState.Name)]
public sealed class WorkingDirectoryTests : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("frosting-").FullName;

    public WorkingDirectoryTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a"));
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        Environment.CurrentDirectory = _folder;
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_run_works_in_the_directory_of_the_process()
    {
        var run = HostRun.Of(typeof(Default)).Run();

        run.Journal.Lines.ShouldBe([_folder, _folder]);
    }

    [Fact]
    public void The_host_can_set_another_directory()
    {
        var run = HostRun.Of(typeof(Default)).Configured(host => host.UseWorkingDirectory("./a")).Run();

        run.Journal.Lines.ShouldBe([Path.Combine(_folder, "a"), Path.Combine(_folder, "a")]);
    }

    [Theory]
    [InlineData("--working", "b")]
    [InlineData("--working=./b")]
    [InlineData("-w", "b")]
    public void The_option_wins_over_the_host(params string[] arguments)
    {
        var run = HostRun.Of(typeof(Default)).Configured(host => host.UseWorkingDirectory("a")).Run(arguments);

        run.Journal.Lines.ShouldBe([Path.Combine(_folder, "b"), Path.Combine(_folder, "b")]);
    }

    [Fact]
    public void A_missing_directory_ends_the_run_and_is_named()
    {
        var run = HostRun.Of(typeof(Default)).Run("--working=missing");

        run.ExitCode.ShouldBe(1);
        run.Journal.Lines.ShouldBeEmpty();
        var missing = new Core.IO.DirectoryPath(_folder).Combine("missing").FullPath;
        run.Log.Lines.ShouldContain($"Error: Error: The working directory '{missing}' does not exist.");
    }

    [Fact]
    public void A_missing_directory_is_told_of_at_the_verbosity_of_the_option()
    {
        var run = HostRun.Of(typeof(Default)).Run("--working=missing", "-v", "diagnostic");

        run.Log.Lines.ShouldContain(line => line.Contains(typeof(FrostingException).FullName!));
    }

    private sealed class Default(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Add(Path.GetFullPath(context.Environment.WorkingDirectory.FullPath));
            journal.Add(Environment.CurrentDirectory);
        }
    }
}
